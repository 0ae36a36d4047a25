package dev.vigia.app.local;

import com.hivemq.configuration.service.InternalConfigurations;
import com.hivemq.embedded.EmbeddedHiveMQ;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;

/** The HiveMQ broker, in process, with a queue long enough that no acknowledged message is dropped. */
public final class LocalMqtt implements LocalServer {

    private static final int IN_FLIGHT = 8_000;

    private final EmbeddedHiveMQ server;
    private final String address;

    private LocalMqtt(EmbeddedHiveMQ server, String address) {
        this.server = server;
        this.address = address;
    }

    public static LocalMqtt start(Path folder, int usualPort) {
        return Loopback.bind(usualPort, port -> startAt(folder, port));
    }

    private static LocalMqtt startAt(Path folder, int port) {
        try {
            var settings = Files.createDirectories(folder.resolve("settings"));
            Files.writeString(settings.resolve("config.xml"), config(port));
            // Of the default of 50 unacknowledged messages, a subscriber that acknowledges by transactions has too few.
            InternalConfigurations.MAX_INFLIGHT_WINDOW_SIZE_MESSAGES = IN_FLIGHT;
            InternalConfigurations.PUBLISH_POLL_BATCH_SIZE = IN_FLIGHT / 16;
            var server = EmbeddedHiveMQ.builder()
                    .withConfigurationFolder(settings)
                    .withDataFolder(Files.createDirectories(folder.resolve("data")))
                    .withExtensionsFolder(Files.createDirectories(folder.resolve("extensions")))
                    .withoutLoggingBootstrap()
                    .build();
            server.start().get();
            return new LocalMqtt(server, Loopback.HOST + ":" + port);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the MQTT broker's settings in " + folder, e);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the MQTT broker did not start in " + folder, e);
        }
    }

    @Override
    public String name() {
        return "mqtt";
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the MQTT broker did not stop", e);
        }
    }

    /** The default of 1,000 queued messages drops acknowledged ones as soon as a subscriber pauses. */
    private static String config(int port) {
        return """
                <?xml version="1.0"?>
                <hivemq>
                  <listeners>
                    <tcp-listener>
                      <port>%d</port>
                      <bind-address>%s</bind-address>
                    </tcp-listener>
                  </listeners>
                  <mqtt>
                    <queued-messages>
                      <max-queue-size>10000000</max-queue-size>
                    </queued-messages>
                  </mqtt>
                  <anonymous-usage-statistics>
                    <enabled>false</enabled>
                  </anonymous-usage-statistics>
                </hivemq>
                """.formatted(port, Loopback.HOST);
    }
}
