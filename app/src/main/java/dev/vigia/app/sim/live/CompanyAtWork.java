package dev.vigia.app.sim.live;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A company that lives on a thread of its own, from its start until it is closed. */
public final class CompanyAtWork implements AutoCloseable {

    /** How soon a command is heard. */
    private static final Duration ATTENTION = Duration.ofMillis(100);

    /** A step that a missing broker holds up longer is given up: it is undone, and done again at the next start. */
    private static final long PATIENCE_MILLIS = 5_000;

    private final LiveCompany company;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::work, "simulated-company");
    private volatile @Nullable Exception failure;

    private CompanyAtWork(LiveCompany company) {
        this.company = company;
    }

    public static CompanyAtWork start(LiveCompany company) {
        var atWork = new CompanyAtWork(company);
        atWork.thread.start();
        return atWork;
    }

    /** Why it has stopped by itself, in words; null where it works. */
    public @Nullable String failure() {
        var reason = failure;
        return reason == null ? null : String.valueOf(reason.getMessage());
    }

    /** How the company stands; fails when it has failed. */
    public LiveStatus status() {
        var reason = failure;
        if (reason != null) {
            throw new IllegalStateException("the simulated company stopped: " + reason.getMessage(), reason);
        }
        return company.status();
    }

    /** Waits until it is closed or fails. */
    void awaitEnd() throws InterruptedException {
        thread.join();
    }

    /** Returns after the step in which it is now. */
    @Override
    public void close() {
        stopped.countDown();
        try {
            thread.join(PATIENCE_MILLIS);
            thread.interrupt();
            thread.join();
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            stepUntilStopped();
        } catch (SQLException | InterruptedException | RuntimeException e) {
            failure = e;
        }
    }

    private void stepUntilStopped() throws SQLException, InterruptedException {
        var rest = Duration.ZERO;
        while (!stopped.await(rest.toNanos(), TimeUnit.NANOSECONDS)) {
            var next = company.tick();
            rest = next.compareTo(ATTENTION) < 0 ? next : ATTENTION;
        }
    }
}
