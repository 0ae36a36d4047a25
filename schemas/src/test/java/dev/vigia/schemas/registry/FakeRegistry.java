package dev.vigia.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A schema registry in memory, over real HTTP, that can be told to fail; it remembers what it was asked. */
final class FakeRegistry implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<Integer, String> schemas = new LinkedHashMap<>();
    private final Queue<Failure> failures = new ArrayDeque<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<String> authorizations = Collections.synchronizedList(new ArrayList<>());

    private FakeRegistry(HttpServer server) {
        this.server = server;
        server.createContext("/", this::handle);
        server.start();
    }

    static FakeRegistry start() throws IOException {
        return new FakeRegistry(HttpServer.create(anyPort(), 0));
    }

    static FakeRegistry startWithTls(SSLContext context, boolean asksForCertificate) throws IOException {
        var server = HttpsServer.create(anyPort(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                var ssl = context.getDefaultSSLParameters();
                ssl.setNeedClientAuth(asksForCertificate);
                parameters.setSSLParameters(ssl);
            }
        });
        return new FakeRegistry(server);
    }

    /** Answers the next requests with these statuses. */
    void failWith(Integer... statuses) {
        for (var status : statuses) {
            answerWith(status, "{\"error_code\":" + status + ",\"message\":\"told to fail\"}");
        }
    }

    /** Answers the request after those with exactly this. */
    void answerWith(int status, String body) {
        failures.add(new Failure(status, body));
    }

    /** Puts a schema there as if another client had registered it. */
    int add(String schema) {
        schemas.put(schemas.size() + 1, schema);
        return schemas.size();
    }

    String url() {
        var scheme = server instanceof HttpsServer ? "https" : "http";
        return scheme + "://localhost:" + server.getAddress().getPort();
    }

    String url(String userInfo) {
        return url().replace("://", "://" + userInfo + "@");
    }

    List<String> requests() {
        return requests;
    }

    List<String> authorizations() {
        return authorizations;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().toString();
            requests.add(exchange.getRequestMethod() + " " + path);
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            var failure = failures.poll();
            if (failure != null) {
                answer(exchange, failure.status(), failure.body());
            } else if (path.startsWith("/schemas/ids/")) {
                answerSchema(exchange, schemas.get(Integer.parseInt(path.substring(13))));
            } else {
                answerId(exchange, path.endsWith("/versions"), read(exchange));
            }
        }
    }

    private static void answerSchema(HttpExchange exchange, @Nullable String schema) throws IOException {
        if (schema == null) {
            answer(exchange, 404, Map.of("error_code", 40403, "message", "Schema not found"));
        } else {
            answer(exchange, 200, Map.of("schema", schema));
        }
    }

    private void answerId(HttpExchange exchange, boolean registers, String schema) throws IOException {
        var known = schemas.entrySet().stream()
                .filter(it -> it.getValue().equals(schema))
                .findFirst();
        if (known.isPresent()) {
            answer(exchange, 200, Map.of("id", known.get().getKey()));
        } else if (registers) {
            answer(exchange, 200, Map.of("id", add(schema)));
        } else {
            answer(exchange, 404, Map.of("error_code", 40401, "message", "Subject not found"));
        }
    }

    private static String read(HttpExchange exchange) throws IOException {
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        return body.required("schema").textValue();
    }

    private static void answer(HttpExchange exchange, int status, Map<String, ?> body) {
        try {
            answer(exchange, status, JSON.writeValueAsString(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private record Failure(int status, String body) {}
}
