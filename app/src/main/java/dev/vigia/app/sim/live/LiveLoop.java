package dev.vigia.app.sim.live;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Keeps a company at work on the thread that runs it, until another thread tells it to stop. */
public final class LiveLoop {

    /** How soon a command is heard. */
    private static final Duration ATTENTION = Duration.ofMillis(100);

    private final LiveCompany company;
    private final CountDownLatch stopped = new CountDownLatch(1);

    public LiveLoop(LiveCompany company) {
        this.company = company;
    }

    /** Returns after the step in which it was told to stop; fails with the company. */
    public void run() throws SQLException, InterruptedException {
        var rest = Duration.ZERO;
        while (!stopped.await(rest.toNanos(), TimeUnit.NANOSECONDS)) {
            var next = company.tick();
            rest = next.compareTo(ATTENTION) < 0 ? next : ATTENTION;
        }
    }

    public void stop() {
        stopped.countDown();
    }
}
