package dev.vigia.app.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
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

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONFLUENT_API = "/apis/ccompat/v7";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final Path folder;
    private final String root;

    private LocalRegistry(Process process, Path folder, String root) {
        this.process = process;
        this.folder = folder;
        this.root = root;
    }

    public static LocalRegistry start(Path folder, int usualPort) {
        ChildProcess.read(pidFile(folder)).flatMap(ChildProcess::running).ifPresent(ChildProcess::end);
        return Loopback.bind(usualPort, port -> startAt(folder, port));
    }

    private static LocalRegistry startAt(Path folder, int port) {
        var first = new FirstStart(folder);
        var process = launch(folder, settings(folder, first.data(), port));
        var registry = new LocalRegistry(process, folder, "http://" + Loopback.HOST + ":" + port);
        try {
            registry.awaitReady();
            first.succeeded();
            return registry;
        } catch (RuntimeException e) {
            registry.close();
            throw e;
        }
    }

    @Override
    public String name() {
        return "registry";
    }

    @Override
    public String address() {
        return root + CONFLUENT_API;
    }

    @Override
    public void close() {
        ChildProcess.end(process.toHandle());
        try {
            Files.deleteIfExists(pidFile(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot forget the registry's process", e);
        }
    }

    /** In a session of its own, so that Ctrl-C reaches us first and the order of stopping is ours. */
    private static Process launch(Path folder, Map<String, String> settings) {
        var jar = jar(Installation.current().server("registry"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = ChildProcess.recorded(
                pidFile(folder),
                List.of(java, "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar.toString()));
        var log = ProcessBuilder.Redirect.appendTo(folder.resolve("server.log").toFile());
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        builder.environment().putAll(settings);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the schema registry with " + command, e);
        }
    }

    private static Map<String, String> settings(Path folder, Path data, int port) {
        return Map.of(
                "APICURIO_APP_NAME",
                nameIn(folder),
                "QUARKUS_HTTP_HOST",
                Loopback.HOST,
                "QUARKUS_HTTP_PORT",
                Integer.toString(port),
                "APICURIO_STORAGE_KIND",
                "sql",
                "APICURIO_STORAGE_SQL_KIND",
                "h2",
                "APICURIO_DATASOURCE_URL",
                "jdbc:h2:file:" + data.resolve("registry"));
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

    private static Path pidFile(Path folder) {
        return folder.resolve("pid");
    }

    /** How it introduces itself, so that another that has the port is not taken for it. */
    private static String nameIn(Path folder) {
        return "Vigia's registry in " + folder;
    }

    /** Ready is when it gives its name, and takes the rule of compatibility that Vigia's contracts are kept by. */
    private void awaitReady() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answersAsOurs() || !takesRule()) {
            if (endsWithinPoll() || System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "the schema registry did not start; its log is " + folder.resolve("server.log"));
            }
        }
    }

    private boolean answersAsOurs() {
        return answer(request("/apis/registry/v3/system/info"))
                .path("name")
                .asText()
                .equals(nameIn(folder));
    }

    private boolean takesRule() {
        var rule = request(CONFLUENT_API + "/config")
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .PUT(BodyPublishers.ofString("{\"compatibility\":\"BACKWARD\"}"));
        return answer(rule).toString().contains("BACKWARD");
    }

    private boolean endsWithinPoll() {
        try {
            return process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("waiting for the schema registry was interrupted", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path)).timeout(PATIENCE);
    }

    /** What it answers; nothing while it does not. */
    private JsonNode answer(HttpRequest.Builder request) {
        try {
            return JSON.readTree(
                    client.send(request.build(), BodyHandlers.ofString()).body());
        } catch (IOException notYet) {
            return MissingNode.getInstance();
        } catch (InterruptedException e) {
            throw new IllegalStateException("waiting for the schema registry was interrupted", e);
        }
    }
}
