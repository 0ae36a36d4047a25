package dev.vigia.app.mqtt;

/** Readings that are sent without a pause, in a thread of their own, until they are told to stop. */
final class Flow {

    private static final int AT_ONCE = 200;

    private final Plant plant;
    private final Thread thread = new Thread(this::run, "flow");
    private volatile boolean stopped;
    private int sent;

    private Flow(Plant plant, int from) {
        this.plant = plant;
        this.sent = from;
    }

    /** Sends readings numbered from here on. */
    static Flow start(Plant plant, int from) {
        var flow = new Flow(plant, from);
        flow.thread.start();
        return flow;
    }

    /** The number below which all are acknowledged by the broker. */
    synchronized int sent() {
        return sent;
    }

    /** Waits until all below this number are acknowledged by the broker. */
    synchronized void await(int number) throws InterruptedException {
        while (sent < number) {
            wait();
        }
    }

    /** Stops, and says the number below which all are acknowledged. */
    int stop() throws InterruptedException {
        stopped = true;
        thread.join();
        return sent();
    }

    private synchronized void sent(int number) {
        sent = number;
        notifyAll();
    }

    private void run() {
        try {
            for (int next = sent(); !stopped; next += AT_ONCE) {
                plant.send(next, next + AT_ONCE);
                sent(next + AT_ONCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
