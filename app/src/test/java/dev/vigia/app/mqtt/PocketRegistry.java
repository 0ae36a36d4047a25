package dev.vigia.app.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** A schema registry that keeps every schema it is given, in memory, and starts at once. */
public final class PocketRegistry implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<String> schemas = new ArrayList<>();

    private PocketRegistry(HttpServer server) {
        this.server = server;
    }

    public static PocketRegistry start() throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var registry = new PocketRegistry(HttpServer.create(address, 0));
        registry.server.createContext("/", registry::answer);
        registry.server.start();
        return registry;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var answer = JSON.createObjectNode();
            if (exchange.getRequestMethod().equals("POST")) {
                var schema =
                        JSON.readTree(exchange.getRequestBody()).get("schema").asText();
                answer.put("id", id(schema)).put("schema", schema);
            } else {
                var id = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
                answer.put("schema", schemas.get(id - 1));
            }
            var bytes = answer.toString().getBytes(UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private int id(String schema) {
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        return schemas.indexOf(schema) + 1;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
