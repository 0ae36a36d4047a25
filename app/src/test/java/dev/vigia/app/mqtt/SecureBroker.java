package dev.vigia.app.mqtt;

import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;

/** A real broker that lets one user in, at three ports: in clear, with TLS, and with TLS and client certificates. */
final class SecureBroker implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final EmbeddedHiveMQ server;
    private final int plain;
    private final int tls;
    private final int mutual;

    private SecureBroker(Path folder, TestKeys keys) throws IOException, ExecutionException, InterruptedException {
        plain = anyPort();
        tls = anyPort();
        mutual = anyPort();
        var settings = Files.createDirectories(folder.resolve("settings"));
        Files.writeString(settings.resolve("config.xml"), config(keys));
        server = EmbeddedHiveMQ.builder()
                .withConfigurationFolder(settings)
                .withDataFolder(Files.createDirectories(folder.resolve("data")))
                .withExtensionsFolder(Files.createDirectories(folder.resolve("extensions")))
                .withEmbeddedExtension(doorkeeper())
                .withoutLoggingBootstrap()
                .build();
        server.start().get();
    }

    static SecureBroker start(Path folder, TestKeys keys) throws IOException, ExecutionException, InterruptedException {
        return new SecureBroker(folder, keys);
    }

    int plainPort() {
        return plain;
    }

    String plain() {
        return HOST + ":" + plain;
    }

    String tls() {
        return HOST + ":" + tls;
    }

    String mutual() {
        return HOST + ":" + mutual;
    }

    private static EmbeddedExtension doorkeeper() {
        return EmbeddedExtension.builder()
                .withId("doorkeeper")
                .withName("doorkeeper")
                .withVersion("1")
                .withAuthor("Vigia")
                .withPriority(0)
                .withStartPriority(1_000)
                .withExtensionMain(new Doorkeeper())
                .build();
    }

    private String config(TestKeys keys) {
        return """
                <?xml version="1.0"?>
                <hivemq>
                  <listeners>
                    <tcp-listener><port>%d</port><bind-address>127.0.0.1</bind-address></tcp-listener>
                    %s
                    %s
                  </listeners>
                  <anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics>
                </hivemq>
                """.formatted(plain, tlsListener(tls, "NONE", keys), tlsListener(mutual, "REQUIRED", keys));
    }

    private static String tlsListener(int port, String clients, TestKeys keys) {
        return """
                <tls-tcp-listener>
                  <port>%1$d</port>
                  <bind-address>127.0.0.1</bind-address>
                  <name>tls-%1$d</name>
                  <tls>
                    <keystore>
                      <path>%2$s</path>
                      <password>%4$s</password>
                      <private-key-password>%4$s</private-key-password>
                    </keystore>
                    <truststore><path>%3$s</path><password>%4$s</password></truststore>
                    <client-authentication-mode>%5$s</client-authentication-mode>
                  </tls>
                </tls-tcp-listener>
                """.formatted(port, keys.store("broker"), keys.trust("client"), TestKeys.PASSWORD, clients);
    }

    private static int anyPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the MQTT broker did not stop", e);
        }
    }
}
