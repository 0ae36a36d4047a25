package dev.vigia.app.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A child process as it is remembered after a crash: pid and start time, so that exactly that process is found again and
 * none that was given the same pid later.
 */
record ChildProcess(long pid, Instant startedAt) {

    /** The system rounds start times, differently as its clock is corrected. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A command that first of all writes its pid to a file, in a session of its own. */
    static List<String> recorded(Path pidFile, List<String> command) {
        var recorded =
                new ArrayList<>(List.of("setsid", "sh", "-c", "echo $$ > \"$0\"; exec \"$@\"", pidFile.toString()));
        recorded.addAll(command);
        return recorded;
    }

    /** The process that wrote its pid to a file, as the first thing it did: the file is as old as the process. */
    static Optional<ChildProcess> read(Path pidFile) {
        try {
            var pid = Long.parseLong(Files.readString(pidFile).strip());
            return Optional.of(
                    new ChildProcess(pid, Files.getLastModifiedTime(pidFile).toInstant()));
        } catch (IOException | NumberFormatException thereIsNone) {
            return Optional.empty();
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
