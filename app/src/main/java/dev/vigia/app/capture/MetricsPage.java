package dev.vigia.app.capture;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.vigia.app.program.Failure;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The metrics, for Prometheus to fetch at {@code /metrics} from this machine alone. */
public final class MetricsPage implements AutoCloseable {

    private static final int OK = 200;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final @Nullable HttpServer server;

    /** @param port null where nobody wants to fetch them */
    public MetricsPage(@Nullable Integer port) {
        this.server = port == null ? null : serve(port);
    }

    public PrometheusMeterRegistry registry() {
        return registry;
    }

    private HttpServer serve(int port) {
        try {
            var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            http.createContext("/metrics", this::answer);
            http.start();
            return http;
        } catch (IOException e) {
            throw Failure.usage("--metrics-port " + port + " cannot be opened: " + e.getMessage());
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var page = registry.scrape().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
            exchange.sendResponseHeaders(OK, page.length);
            exchange.getResponseBody().write(page);
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
        registry.close();
    }
}
