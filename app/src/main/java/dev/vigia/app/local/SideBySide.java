package dev.vigia.app.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Starts and stops servers at the same time, and waits for all of them. */
final class SideBySide {

    private SideBySide() {}

    /** All of them, or none: when one does not start, those that did are stopped and the reason is thrown. */
    static List<LocalServer> start(List<Callable<LocalServer>> starts, Consumer<Started> listener) {
        var timed = starts.stream().map(start -> timed(start, listener)).toList();
        var started = new ArrayList<LocalServer>();
        var failure = collect(runAll(timed), started);
        if (failure != null) {
            stop(started);
            throw failure;
        }
        return List.copyOf(started);
    }

    /** Stops every one, also when another does not stop as it should. */
    static void stop(List<LocalServer> servers) {
        var failure = collect(runAll(servers.stream().map(SideBySide::stopping).toList()), new ArrayList<>());
        if (failure != null) {
            throw failure;
        }
    }

    private static Callable<LocalServer> timed(Callable<LocalServer> start, Consumer<Started> listener) {
        return () -> {
            var begin = System.nanoTime();
            var server = start.call();
            listener.accept(new Started(server, Duration.ofNanos(System.nanoTime() - begin)));
            return server;
        };
    }

    private static Callable<LocalServer> stopping(LocalServer server) {
        return () -> {
            server.close();
            return server;
        };
    }

    private static List<Future<LocalServer>> runAll(List<Callable<LocalServer>> tasks) {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            return threads.invokeAll(tasks);
        } catch (InterruptedException e) {
            throw new IllegalStateException("starting or stopping the local stack was interrupted", e);
        } finally {
            threads.shutdown();
        }
    }

    /** Adds what succeeded to {@code done}; returns the first failure with the others attached, or null. */
    private static @Nullable RuntimeException collect(List<Future<LocalServer>> futures, List<LocalServer> done) {
        RuntimeException first = null;
        for (var future : futures) {
            try {
                done.add(future.get());
            } catch (InterruptedException | ExecutionException e) {
                first = join(first, e);
            }
        }
        return first;
    }

    private static RuntimeException join(@Nullable RuntimeException first, Exception next) {
        if (first == null) {
            var reason = next.getCause() == null ? next : next.getCause();
            return new IllegalStateException(Objects.requireNonNullElse(reason.getMessage(), reason.toString()), next);
        }
        first.addSuppressed(next);
        return first;
    }
}
