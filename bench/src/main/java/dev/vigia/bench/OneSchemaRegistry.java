package dev.vigia.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.apache.avro.Schema;

/** Answers every question to a registry with one schema and its id, so that a benchmark needs no server. */
final class OneSchemaRegistry implements AutoCloseable {

    private final HttpServer server;

    private OneSchemaRegistry(HttpServer server) {
        this.server = server;
    }

    static OneSchemaRegistry start(Schema schema) throws IOException {
        var answer = JsonNodeFactory.instance
                .objectNode()
                .put("id", 1)
                .put("schema", schema.toString())
                .toString()
                .getBytes(UTF_8);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, answer));
        server.start();
        return new OneSchemaRegistry(server);
    }

    private static void answer(HttpExchange exchange, byte[] answer) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
