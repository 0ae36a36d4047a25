package dev.vigia.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.app.local.StackAddresses;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code vigia demo --headless} with a very small company, as a program of its own that a test can kill. */
public final class DemoProgram implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 90;

    private final Path data;
    private final Process process;
    private final BufferedReader output;
    private final Path errors;
    private final List<String> said = new ArrayList<>();

    private DemoProgram(Path data, Process process, Path errors) {
        this.data = data;
        this.process = process;
        this.output = process.inputReader(UTF_8);
        this.errors = errors;
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

    /** Waits until it says a line that begins so. */
    public DemoProgram await(String beginning) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.startsWith(beginning)) {
                return this;
            }
        }
        throw new AssertionError(
                "the demo ended before it said \"" + beginning + "\"; it said " + said + " and " + errors());
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
