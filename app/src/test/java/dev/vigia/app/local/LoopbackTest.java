package dev.vigia.app.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class LoopbackTest {

    @Test
    void shouldTakeTheUsualPortWhenItIsFree() {
        // Given
        var free = Loopback.anyPort();
        // When, Then
        assertThat(Loopback.port(free)).isEqualTo(free);
    }

    @Test
    void shouldTakeAnotherPortWhenTheUsualOneIsTaken() throws IOException {
        // Given
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // When, Then
            assertThat(Loopback.port(taken.getLocalPort())).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void shouldTakeAnotherPortWhenItIsTakenOnAllInterfaces() throws IOException {
        // Given
        try (var taken = new ServerSocket(0)) {
            // When, Then
            assertThat(Loopback.port(taken.getLocalPort())).isNotEqualTo(taken.getLocalPort());
        }
    }
}
