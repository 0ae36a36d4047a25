package dev.vigia.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Any command of the program: within the test, or as a program of its own that a test can kill. */
public final class VigiaProgram implements AutoCloseable {

    /** What a command that came to its end said. */
    public record Ran(int exitCode, String output, String errors) {}

    private final Process process;
    private final BufferedReader output;

    private VigiaProgram(Process process) {
        this.process = process;
        this.output = process.inputReader(UTF_8);
    }

    /** Runs a command within the test. */
    public static Ran run(List<String> arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exitCode = Vigia.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
        return new Ran(exitCode, out.toString(), err.toString());
    }

    /** Starts a command as a program of its own; its log goes where the test's goes. */
    public static VigiaProgram start(List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=vigia-logback.xml",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.vigia.app.Vigia"));
        command.addAll(arguments);
        return new VigiaProgram(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Waits until it says a line with these words. */
    public void await(String words) throws IOException {
        var said = new ArrayList<String>();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.contains(words)) {
                return;
            }
        }
        throw new AssertionError("it ended before it said \"" + words + "\"; it said " + said);
    }

    /** {@code kill -9}. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
