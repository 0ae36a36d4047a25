package dev.vigia.connect.mqtt;

import dev.vigia.connect.mqtt.MqttIntake.State;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The state of an intake, which others may wait for. Any thread. */
final class Condition implements Session.Listener {

    private State state = State.STARTING;
    private @Nullable String failure;

    @Override
    public void subscribed() {
        become(State.RUNNING, null);
    }

    @Override
    public void disconnected() {
        become(State.INTERRUPTED, null);
    }

    @Override
    public void failed(String why) {
        become(State.FAILED, why);
    }

    void fail(String why) {
        become(State.FAILED, why);
    }

    void close() {
        become(State.CLOSED, null);
    }

    synchronized State state() {
        return state;
    }

    synchronized boolean is(State one) {
        return state == one;
    }

    synchronized @Nullable String failure() {
        return failure;
    }

    synchronized void wake() {
        notifyAll();
    }

    synchronized boolean await(State wanted, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        boolean inTime = true;
        while (inTime && state != wanted && state != State.FAILED) {
            inTime = waitUntil(end);
        }
        return state == wanted;
    }

    /** Waits so long, unless it is told to stop. */
    synchronized void pause(long millis, BooleanSupplier stop) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        boolean inTime = true;
        while (inTime && !stop.getAsBoolean() && state != State.FAILED) {
            inTime = waitUntil(end);
        }
    }

    private boolean waitUntil(long end) throws InterruptedException {
        long left = end - System.nanoTime();
        if (left <= 0) {
            return false;
        }
        TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 1_000_000));
        return true;
    }

    /** What failed stays so. */
    private synchronized void become(State next, @Nullable String why) {
        if (state != State.FAILED && state != State.CLOSED) {
            state = next;
            failure = why;
            notifyAll();
        }
    }
}
