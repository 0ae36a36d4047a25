package dev.vigia.app.local;

import dev.vigia.app.program.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The Apicurio schema registry as a child process, spoken to through its Confluent API, storing on disk. */
public final class LocalRegistry implements LocalServer {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 100;

    private final Process process;
    private final Path pidFile;
    private final String address;

    private LocalRegistry(Process process, Path pidFile, String address) {
        this.process = process;
        this.pidFile = pidFile;
        this.address = address;
    }

    public static LocalRegistry start(Path folder, int usualPort) {
        var pidFile = folder.resolve("pid");
        ChildProcess.read(pidFile).flatMap(ChildProcess::running).ifPresent(ChildProcess::end);
        return Loopback.bind(usualPort, port -> startAt(folder, pidFile, port));
    }

    private static LocalRegistry startAt(Path folder, Path pidFile, int port) {
        var process = launch(folder, port);
        ChildProcess.of(process.toHandle()).write(pidFile);
        var registry = new LocalRegistry(process, pidFile, "http://" + Loopback.HOST + ":" + port + "/apis/ccompat/v7");
        try {
            registry.awaitReady(folder);
        } catch (RuntimeException e) {
            registry.close();
            throw e;
        }
        return registry;
    }

    @Override
    public String name() {
        return "registry";
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public void close() {
        ChildProcess.end(process.toHandle());
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot forget the registry's process", e);
        }
    }

    /** In a session of its own, so that Ctrl-C reaches us first and the order of stopping is ours. */
    private static Process launch(Path folder, int port) {
        var jar = jar(Installation.current().server("registry"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(
                "setsid", java, "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar.toString());
        var log = ProcessBuilder.Redirect.appendTo(folder.resolve("server.log").toFile());
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        builder.environment().putAll(settings(folder, port));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the schema registry with " + command, e);
        }
    }

    private static Map<String, String> settings(Path folder, int port) {
        return Map.of(
                "QUARKUS_HTTP_HOST",
                Loopback.HOST,
                "QUARKUS_HTTP_PORT",
                Integer.toString(port),
                "APICURIO_STORAGE_KIND",
                "sql",
                "APICURIO_STORAGE_SQL_KIND",
                "h2",
                "APICURIO_DATASOURCE_URL",
                "jdbc:h2:file:" + folder.resolve("registry"));
    }

    private static Path jar(Path server) {
        try (var files = Files.list(server)) {
            return files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + server, e);
        }
    }

    /** Ready is when it takes the compatibility rule that Vigia's contracts are kept by. */
    private void awaitReady(Path folder) {
        var client = HttpClient.newHttpClient();
        var rule = HttpRequest.newBuilder(URI.create(address + "/config"))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .PUT(BodyPublishers.ofString("{\"compatibility\":\"BACKWARD\"}"))
                .timeout(PATIENCE)
                .build();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!accepts(client, rule)) {
            if (endsWithinPoll() || System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "The schema registry did not start; its log is " + folder.resolve("server.log"));
            }
        }
    }

    private boolean endsWithinPoll() {
        try {
            return process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("waiting for the schema registry was interrupted", e);
        }
    }

    private static boolean accepts(HttpClient client, HttpRequest rule) {
        try {
            return client.send(rule, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException("waiting for the schema registry was interrupted", e);
        }
    }
}
