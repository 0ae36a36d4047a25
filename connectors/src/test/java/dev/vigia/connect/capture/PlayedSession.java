package dev.vigia.connect.capture;

import dev.vigia.schema.Phase;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A session without servers: it is live until it has been asked to stop often enough. */
final class PlayedSession implements Session {

    private final AtomicInteger deafTo;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private PlayedSession(int deafTo) {
        this.deafTo = new AtomicInteger(deafTo);
    }

    static PlayedSession live() {
        return new PlayedSession(0);
    }

    /** One that cannot be stopped yet, so often it is asked. */
    static PlayedSession deafTo(int times) {
        return new PlayedSession(times);
    }

    @Override
    public void run() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        if (deafTo.getAndDecrement() <= 0) {
            stopped.countDown();
        }
    }

    @Override
    public Phase phase() {
        return Phase.LIVE;
    }

    @Override
    public long epoch() {
        return 1;
    }

    @Override
    public Set<String> paused() {
        return Set.of();
    }

    @Override
    public long refused() {
        return 0;
    }

    @Override
    public void close() {
        stopped.countDown();
    }
}
