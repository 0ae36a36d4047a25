package dev.vigia.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.app.local.StackAddresses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** {@code vigia demo --headless} with a very small company, as a program of its own that a test can kill. */
public final class DemoProgram implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 90;

    private static final long DUMP_SECONDS = 2;

    private final Path data;
    private final Process process;
    private final Path errors;
    private final BlockingQueue<Optional<String>> output = new LinkedBlockingQueue<>();
    private final List<String> said = new ArrayList<>();

    private DemoProgram(Path data, Process process, Path errors) {
        this.data = data;
        this.process = process;
        this.errors = errors;
        var reading = new Thread(this::read, "demo-output");
        reading.setDaemon(true);
        reading.start();
    }

    public static DemoProgram start(Path data) throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dvigia.home=" + System.getProperty("vigia.home"),
                "-Dlogback.configurationFile=vigia-logback.xml",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.vigia.app.Vigia",
                "demo",
                "--headless",
                "--data",
                data.toString(),
                "--products=3",
                "--weeks=4",
                "--machines=2");
        var errors = Files.createTempFile("demo", ".err");
        var process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        return new DemoProgram(data, process, errors);
    }

    /** Waits until it says a line that begins so; one that never does is ended, with all it did at that moment told. */
    public DemoProgram await(String beginning) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (hear(deadline - System.nanoTime())) {
            if (said.get(said.size() - 1).startsWith(beginning)) {
                return this;
            }
        }
        if (process.isAlive()) {
            new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid())).start();
            TimeUnit.SECONDS.sleep(DUMP_SECONDS);
            kill();
            output.forEach(line -> line.ifPresent(said::add));
        }
        throw new AssertionError("the demo did not say \"" + beginning + "\" within " + PATIENCE_SECONDS
                + " s, or ended before; it said:\n" + String.join("\n", said) + "\n" + errors());
    }

    /** Whether there was a line in so many nanoseconds. */
    private boolean hear(long nanos) throws InterruptedException {
        var line = Objects.requireNonNullElse(output.poll(nanos, TimeUnit.NANOSECONDS), Optional.<String>empty());
        line.ifPresent(said::add);
        return line.isPresent();
    }

    private void read() {
        try (var lines = process.inputReader(UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(Optional.of(line));
            }
        } catch (IOException endedWithIt) {
            // Nothing more comes.
        }
        output.add(Optional.empty());
    }

    public StackAddresses addresses() {
        return StackAddresses.read(data);
    }

    public String errors() throws IOException {
        return Files.readString(errors);
    }

    /** {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM, and the end of it. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    public int awaitEnd() {
        assertThat(process.onExit()
                        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .join()
                        .isAlive())
                .isFalse();
        return process.exitValue();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }
}
