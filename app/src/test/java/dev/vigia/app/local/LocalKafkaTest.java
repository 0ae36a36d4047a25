package dev.vigia.app.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {

    @TempDir
    private Path folder;

    @Test
    void shouldLetGoOfItsFolderWhenItsPortIsTaken() throws IOException {
        // Given
        LocalKafka.start(folder, 9092).close();
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var address = Loopback.HOST + ":" + taken.getLocalPort();
            // When
            assertThatThrownBy(() -> LocalKafka.startAt(folder, address)).isInstanceOf(RuntimeException.class);
            // Then
            LocalKafka.start(folder, 9092).close();
        }
    }
}
