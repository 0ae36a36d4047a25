package dev.vigia.app.program;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and SIGTERM as something a command waits for: the program ends only when the command has closed what it opened.
 */
public final class StopSignal implements AutoCloseable {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    private StopSignal() {}

    /** Opened before anything that must be closed, and so closed after it. */
    public static StopSignal install() {
        var signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(signal::holdUntilClosed, "stop-signal"));
        return signal;
    }

    /** Waits for the signal, at most so long; true when it has come. */
    public boolean comesWithin(long millis) {
        try {
            return asked.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    public boolean hasCome() {
        return asked.getCount() == 0;
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void holdUntilClosed() {
        asked.countDown();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
