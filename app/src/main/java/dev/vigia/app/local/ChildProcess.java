package dev.vigia.app.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A child process as a file remembers it: pid and start time, so that after a crash exactly that process is found again
 * and none that was given the same pid later.
 */
record ChildProcess(long pid, Instant startedAt) {

    /** The system rounds start times, differently as its clock is corrected. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    static ChildProcess of(ProcessHandle process) {
        return new ChildProcess(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    static Optional<ChildProcess> read(Path file) {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            var lines = Files.readAllLines(file);
            return Optional.of(new ChildProcess(Long.parseLong(lines.get(0)), Instant.parse(lines.get(1))));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    void write(Path file) {
        try {
            Files.writeString(file, pid + "\n" + startedAt + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remember child process " + pid + " in " + file, e);
        }
    }

    /** The process, if it still runs and is the one that was remembered. */
    Optional<ProcessHandle> running() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        process.info().startInstant().map(this::isStart).orElse(false));
    }

    /** Asks it to stop, and stops it when it does not. */
    static void end(ProcessHandle process) {
        process.destroy();
        awaitEnd(process);
    }

    /** Waits for a process that was asked to stop, and stops it when it does not. */
    static void awaitEnd(ProcessHandle process) {
        if (!endsInTime(process)) {
            process.destroyForcibly();
            endsInTime(process);
        }
    }

    private static boolean endsInTime(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("waiting for process " + process.pid() + " to end was interrupted", e);
        }
    }

    private boolean isStart(Instant instant) {
        return Duration.between(startedAt, instant).abs().compareTo(TOLERANCE) <= 0;
    }
}
