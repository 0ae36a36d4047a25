package dev.vigia.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A registry that begins an answer and does not go on. */
@Timeout(20)
class RegistryTimeoutTest {

    /** More than the buffers between two sockets hold. */
    private static final int LENGTH = 32 << 20;

    private final CountDownLatch goOn = new CountDownLatch(1);
    private final CompletableFuture<Boolean> wasHungUp = new CompletableFuture<>();
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/headers", this::stall);
        server.createContext("/nothing", exchange -> awaitTheEnd());
        server.start();
    }

    @AfterEach
    void stopServer() {
        goOn.countDown();
        server.stop(0);
    }

    @Test
    void shouldGiveUpAndHangUpWhenTheBodyStalls() throws Exception {
        // Given
        var registry = registry("/headers");
        // When
        assertThatThrownBy(() -> registry.schema(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("no whole answer within 200 ms");
        goOn.countDown();
        // Then
        assertThat(wasHungUp.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void shouldGiveUpWhenNothingIsAnswered() {
        assertThatThrownBy(() -> registry("/nothing").schema(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("no whole answer within 200 ms");
    }

    private void stall(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, LENGTH);
        exchange.getResponseBody().flush();
        awaitTheEnd();
        try {
            exchange.getResponseBody().write(new byte[LENGTH]);
            wasHungUp.complete(false);
        } catch (IOException e) {
            wasHungUp.complete(true);
        }
    }

    private void awaitTheEnd() {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private SchemaRegistry registry(String path) {
        var url = "http://localhost:" + server.getAddress().getPort() + path;
        return new SchemaRegistry(
                new RegistryConfig(Map.of("schema.registry.url", url, "http.read.timeout.ms", 200, "max.retries", 0)));
    }
}
