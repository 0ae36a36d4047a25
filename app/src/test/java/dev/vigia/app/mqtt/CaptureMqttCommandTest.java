package dev.vigia.app.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import dev.vigia.app.SharedStack;
import dev.vigia.app.VigiaProgram;
import dev.vigia.app.VigiaProgram.Ran;
import dev.vigia.schema.SensorReading;
import dev.vigia.schemas.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command against a broker that asks who comes. One that would try for ever is ended, and then did not fail. */
@Timeout(20)
class CaptureMqttCommandTest {

    @TempDir
    private static Path folder;

    private static TestKeys keys;
    private static SecureBroker broker;
    private static String prefix;
    private static List<String> servers;
    private static Path storePassword;
    private static Path password;

    @BeforeAll
    static void open() throws Exception {
        keys = TestKeys.in(folder);
        broker = SecureBroker.start(folder.resolve("broker"), keys);
        prefix = SharedStack.newTopics();
        storePassword = Files.writeString(folder.resolve("store-password"), TestKeys.PASSWORD + "\n");
        password = Files.writeString(folder.resolve("password"), Doorkeeper.PASSWORD + "\n");
        var registry = Files.writeString(folder.resolve("registry.properties"), "auto.register.schemas=true\n");
        var stack = SharedStack.addresses();
        servers = List.of(
                "--bootstrap-server=" + stack.kafka(),
                "--schema-registry=" + stack.registry(),
                "--registry-config=" + registry,
                "--prefix=" + prefix);
    }

    @AfterAll
    static void close() {
        broker.close();
    }

    @Test
    void shouldTakeReadingsWhenBrokerAndClientTrustEachOtherAndThePasswordIsRight() throws Exception {
        // Given
        int metrics = anyPort();
        var arguments = arguments(
                broker.mutual(),
                "--metrics-port=" + metrics,
                "--truststore=" + keys.certificate("broker"),
                "--keystore=" + keys.store("client"),
                "--keystore-password-file=" + storePassword,
                "--mqtt-user=" + Doorkeeper.USER,
                "--mqtt-password-file=" + password);
        try (var command = VigiaProgram.start(arguments)) {
            command.await("running: plant-sensors");
            // When
            publish("plant/M-1/vibration", Plant.payload(1));
            command.await("1 readings received = 1 written");
            // Then
            assertThat(page(metrics)).contains("vigia_mqtt_readings_written_total{source=\"plant-sensors\"} 1.0");
            assertThat(SharedStack.contents(prefix).all(Topics.READINGS))
                    .extracting(record -> ((SensorReading) record.value()).getReadingId())
                    .containsExactly("1");
        }
    }

    @Test
    void shouldSayThatTheBrokerIsNotTrustedWhenTheTruststoreHoldsAnother() {
        // When
        var ran = run(
                broker.tls(), "--truststore=" + keys.trust("stranger"), "--truststore-password-file=" + storePassword);
        // Then
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.errors()).contains(broker.tls(), "certificate that is not trusted", "truststore");
    }

    @Test
    void shouldSayThatAClientCertificateIsWantedWhenNoneIsGiven() {
        // When
        var ran = run(broker.mutual(), "--truststore=" + keys.certificate("broker"));
        // Then
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.errors()).contains(broker.mutual(), "it wants a client certificate", "Give a keystore");
    }

    @Test
    void shouldSayThatTheClientCertificateIsNotTrustedWhenItIsAStrangers() {
        // When
        var ran = run(
                broker.mutual(),
                "--truststore=" + keys.certificate("broker"),
                "--keystore=" + keys.store("stranger"),
                "--keystore-password-file=" + storePassword);
        // Then
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.errors()).contains("does not trust ours");
    }

    @Test
    void shouldSayThatTheKeystoreCannotBeUsedWhenItsPasswordIsWrong() {
        // When
        var ran = run(
                broker.mutual(),
                "--truststore=" + keys.certificate("broker"),
                "--keystore=" + keys.store("client"),
                "--keystore-password-file=" + password);
        // Then
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.errors()).contains("client.p12 cannot be used");
    }

    @Test
    void shouldSayThatTheBrokerRefusesUsWhenThePasswordIsWrong() {
        // When
        var ran = run(
                broker.tls(),
                "--truststore=" + keys.certificate("broker"),
                "--mqtt-user=" + Doorkeeper.USER,
                "--mqtt-password-file=" + storePassword);
        // Then
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.errors())
                .contains("BAD_USER_NAME_OR_PASSWORD: not on the list")
                .contains("user and password");
    }

    @Test
    void shouldRefuseASecretWhenItIsGivenTwiceOrIsNotThereOrBelongsToNobody() {
        assertThat(run(broker.plain(), "--mqtt-user=a", "--mqtt-password-env=PATH", "--mqtt-password-file=" + password)
                        .errors())
                .contains("Give --mqtt-password-env or --mqtt-password-file, not both");
        assertThat(run(broker.plain(), "--mqtt-user=a", "--mqtt-password-env=NO_SUCH_WORD")
                        .errors())
                .contains("--mqtt-password-env NO_SUCH_WORD: there is no such environment variable");
        assertThat(run(broker.plain(), "--mqtt-password-file=" + password).errors())
                .contains("--mqtt-user");
    }

    private static Ran run(String address, String... more) {
        return VigiaProgram.run(arguments(address, more));
    }

    private static List<String> arguments(String address, String... more) {
        var arguments = new ArrayList<>(List.of("capture", "mqtt", "--mqtt=" + address));
        arguments.addAll(servers);
        arguments.addAll(List.of(more));
        return arguments;
    }

    private static void publish(String topic, String payload) {
        var client = Mqtt5Client.builder()
                .identifier("plant")
                .serverHost("127.0.0.1")
                .serverPort(broker.plainPort())
                .simpleAuth()
                .username(Doorkeeper.USER)
                .password(Doorkeeper.PASSWORD.getBytes(UTF_8))
                .applySimpleAuth()
                .buildBlocking();
        client.connect();
        client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload.getBytes(UTF_8))
                .send();
        client.disconnect();
    }

    private static String page(int port) throws IOException, InterruptedException {
        var at = URI.create("http://127.0.0.1:" + port + "/metrics");
        var request = HttpRequest.newBuilder(at).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    private static int anyPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
