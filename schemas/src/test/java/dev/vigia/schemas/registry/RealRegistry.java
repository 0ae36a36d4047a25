package dev.vigia.schemas.registry;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The real Apicurio registry, as a child process with its data in memory. */
final class RealRegistry implements AutoCloseable {

    private static final Path FOLDER = Path.of(System.getProperty("basedir", "."), "target", "apicurio");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final String url;
    private final Thread reaper;

    private RealRegistry(Process process, int port) {
        this.process = process;
        this.url = "http://127.0.0.1:" + port + "/apis/ccompat/v7";
        this.reaper = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(reaper);
    }

    static RealRegistry start() throws IOException, InterruptedException {
        int port = freePort();
        var builder = new ProcessBuilder(java(), "-Xmx256m", "-jar", runner().toString());
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("registry.log").toFile());
        var registry = new RealRegistry(builder.start(), port);
        registry.awaitReady();
        return registry;
    }

    String url() {
        return url;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, 10, TimeUnit.SECONDS)
                .thenAccept(Process::destroyForcibly)
                .join();
        Runtime.getRuntime().removeShutdownHook(reaper);
    }

    private void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IllegalStateException("the registry did not start; see " + FOLDER.resolve("registry.log"));
            }
            Thread.sleep(100);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create(url + "/subjects")).build();
            return HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path runner() {
        File[] jars = FOLDER.toFile().listFiles((folder, name) -> name.endsWith("-runner.jar"));
        if (jars == null || jars.length != 1) {
            throw new IllegalStateException("no registry in " + FOLDER + "; build without -Dquick to unpack it");
        }
        return jars[0].toPath();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
