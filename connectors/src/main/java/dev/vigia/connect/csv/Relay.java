package dev.vigia.connect.csv;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Carries pieces of work through three steps: taken one at a time, worked on by several threads at once, finished one at
 * a time in the order in which they were taken. A piece stays in one thread from end to end: on most machines it costs
 * more to hand it to another than to do the work.
 *
 * @param <T> what is taken
 * @param <R> what the work comes to
 */
final class Relay<T, R> {

    /** What is done with each piece. */
    interface Steps<T, R> {

        /** The next piece; null at the end. One thread at a time. */
        @Nullable
        T take() throws IOException;

        /** Works on a piece. Any thread. */
        R work(T piece);

        /** Finishes the next piece; false if no more is wanted. One thread at a time. */
        boolean finish(R result);

        /** Said about once a second while nothing is finished; false if no more is wanted. Never while finishing. */
        boolean idle();
    }

    private record Piece<R>(long number, FutureTask<R> work) {}

    private static final int MOST_THREADS = 4;
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Steps<T, R> steps;
    private final Lock taking = new ReentrantLock();
    private long taken;
    private boolean ended;

    private final Lock finishing = new ReentrantLock();
    private final Condition turn = finishing.newCondition();
    private final Condition over = finishing.newCondition();
    private long finished;
    private int running = Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);
    private volatile boolean stopped;
    private @Nullable Throwable failure;

    Relay(Steps<T, R> steps) {
        this.steps = steps;
    }

    /** Carries all pieces, in threads of this name; what one of them failed with comes out here. */
    void run(String name) throws IOException {
        var threads = Executors.newFixedThreadPool(running, work -> {
            var thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
        try {
            start(threads);
            await();
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        } finally {
            stopped = true;
            threads.shutdownNow();
        }
    }

    private void start(ExecutorService threads) {
        for (int i = running; i > 0; i--) {
            threads.execute(this::carryAll);
        }
    }

    private void await() throws IOException, InterruptedException {
        finishing.lock();
        try {
            while (running > 0 && !stopped) {
                long before = finished;
                long left = over.awaitNanos(IDLE_NANOS);
                if (left <= 0 && before == finished && !stopped) {
                    stopped = !steps.idle();
                }
            }
        } finally {
            finishing.unlock();
        }
        rethrow();
    }

    private void rethrow() throws IOException {
        if (failure instanceof IOException failed) {
            throw failed;
        }
        if (failure instanceof RuntimeException failed) {
            throw failed;
        }
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
    }

    private void carryAll() {
        try {
            for (var piece = next(); piece != null; piece = next()) {
                carry(piece);
            }
        } catch (InterruptedException e) {
            // Nobody wants any more.
        } finally {
            leave();
        }
    }

    /** The next piece; one whose work fails where it could not be taken, so that it fails when those before are finished. */
    private @Nullable Piece<R> next() {
        taking.lock();
        try {
            if (ended || stopped) {
                return null;
            }
            var piece = steps.take();
            ended = piece == null;
            return piece == null ? null : new Piece<>(taken++, new FutureTask<>(() -> steps.work(piece)));
        } catch (IOException | RuntimeException | Error e) {
            ended = true;
            return new Piece<>(taken++, new FutureTask<>(() -> {
                throw e;
            }));
        } finally {
            taking.unlock();
        }
    }

    private void carry(Piece<R> piece) throws InterruptedException {
        piece.work().run();
        finishing.lockInterruptibly();
        try {
            while (finished != piece.number() && !stopped) {
                turn.await();
            }
            if (!stopped) {
                finish(piece.work());
            }
        } finally {
            turn.signalAll();
            finishing.unlock();
        }
    }

    private void finish(FutureTask<R> done) throws InterruptedException {
        try {
            stopped = !steps.finish(done.get());
            finished++;
        } catch (ExecutionException e) {
            fail(e.getCause());
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    private void fail(@Nullable Throwable cause) {
        failure = cause;
        stopped = true;
    }

    private void leave() {
        finishing.lock();
        try {
            running--;
            over.signalAll();
        } finally {
            finishing.unlock();
        }
    }
}
