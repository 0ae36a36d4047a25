package dev.vigia.app.changes;

import dev.vigia.app.VigiaProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command where nobody answers. */
@Timeout(30)
class CaptureTopicsCommandTest {

    private static final String MAPPING = """
            source: acme
            timezone: UTC
            types:
              erp.item: { id: number, name: text }
            records:
              - { to: product.item.v1, from: erp.item, key: [id], fields: { name: name } }
            """;

    @TempDir
    private Path folder;

    @Test
    void shouldWaitAndSaySoWhenKafkaDoesNotAnswer() throws IOException {
        // Given
        var mapping = Files.writeString(folder.resolve("acme.yaml"), MAPPING);
        var soon = Files.writeString(
                folder.resolve("kafka.properties"), "default.api.timeout.ms=500\nrequest.timeout.ms=500\n");
        var nobody = "127.0.0.1:" + freePort();
        // When
        try (var command = VigiaProgram.start(List.of(
                "capture",
                "--mapping=" + mapping,
                "--topics-server-prefix=acme",
                "--bootstrap-server=" + nobody,
                "--schema-registry=http://" + nobody,
                "--command-config=" + soon))) {
            // Then
            command.await("waiting: ");
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
