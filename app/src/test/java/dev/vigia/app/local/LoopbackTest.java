package dev.vigia.app.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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

    @Test
    void shouldStartAtAnotherPortWhenSomebodyTookTheChosenOneInTheMeantime() throws IOException {
        // Given
        var chosen = Loopback.anyPort();
        try (var thief = new ServerSocket()) {
            // When
            var port = Loopback.bind(chosen, offered -> {
                if (offered == chosen) {
                    take(thief, chosen);
                    throw new IllegalStateException("the port is taken");
                }
                return offered;
            });
            // Then
            assertThat(port).isNotEqualTo(chosen);
        }
    }

    @Test
    void shouldNotStartAgainWhenThePortWasNotTheReason() {
        assertThatThrownBy(() -> Loopback.bind(Loopback.anyPort(), port -> {
                    throw new IllegalStateException("the disk is full");
                }))
                .hasMessage("the disk is full");
    }

    private static void take(ServerSocket socket, int port) {
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
