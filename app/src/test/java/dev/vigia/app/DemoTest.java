package dev.vigia.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigia.app.local.StackAddresses;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole local stack as a program of its own: started, used, stopped, killed, started again. */
class DemoTest {

    private static final TopicPartition KEPT = new TopicPartition("kept", 0);

    /** How the line begins that tells of the company's live work. */
    private static final String AT_WORK = "company";

    @TempDir
    private Path data;

    /** One life in three parts, since each start costs seconds. */
    @Test
    void shouldGoOnWhereItWasWhenItIsStoppedAndWhenItIsKilled() throws Exception {
        try (var first = DemoProgram.start(data).await(AT_WORK)) {
            leaveTraces(first.addresses());
            assertThatOnlyThisMachineIsServed(first.addresses());
            assertThatASecondStartIsRefused();
        }
        assertThatItHasStopped();

        var second = DemoProgram.start(data).await(AT_WORK);
        var addresses = second.addresses();
        assertThatTracesAreIn(addresses);
        var before = businessTime(addresses);
        var children = children();
        second.kill();
        assertThat(children).as("orphans").allMatch(ProcessHandle::isAlive);

        try (var third = DemoProgram.start(data).await(AT_WORK)) {
            assertThatTracesAreIn(third.addresses());
            assertThat(children).noneMatch(ProcessHandle::isAlive);
            assertThat(businessTime(third.addresses())).isAfterOrEqualTo(before);
        }
    }

    /** A server bound to every interface would answer at the loopback's other addresses too. */
    private static void assertThatOnlyThisMachineIsServed(StackAddresses stack) {
        var places = String.join(" ", stack.kafka(), stack.registry(), stack.postgres(), stack.mqtt());
        var ports = Pattern.compile("127\\.0\\.0\\.1:([0-9]+)").matcher(places).results();
        assertThat(ports.map(port -> Integer.parseInt(port.group(1))))
                .hasSize(4)
                .allSatisfy(port -> assertThatThrownBy(() -> new Socket("127.0.0.2", port).close())
                        .isInstanceOf(ConnectException.class));
    }

    private void assertThatASecondStartIsRefused() throws IOException {
        var another = DemoProgram.start(data);
        assertThat(another.awaitEnd()).isEqualTo(2);
        assertThat(another.errors()).contains("in use by process", "--data DIR");
    }

    private void assertThatItHasStopped() {
        assertThatThrownBy(() -> StackAddresses.read(data)).hasMessageContaining("No local stack runs on");
    }

    private List<ProcessHandle> children() throws IOException {
        var postgres = firstLine(data.resolve("postgres/data/postmaster.pid"));
        var registry = firstLine(data.resolve("registry/pid"));
        return Stream.of(postgres, registry)
                .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
                .toList();
    }

    private static String firstLine(Path file) throws IOException {
        return Files.readAllLines(file).get(0);
    }

    private static void leaveTraces(StackAddresses stack) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", stack.kafka()))) {
            admin.createTopics(List.of(new NewTopic(KEPT.topic(), Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.kafka()), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(KEPT.topic(), "key", "value")).get();
        }
        execute(stack, "create table kept as select 42 as answer");
        request(HttpRequest.newBuilder(URI.create(stack.registry() + "/subjects/kept/versions"))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(BodyPublishers.ofString("{\"schema\":\"\\\"string\\\"\"}")));
    }

    private static void assertThatTracesAreIn(StackAddresses stack) throws Exception {
        assertThat(endOffset(stack)).isEqualTo(1);
        assertThat(answer(stack)).isEqualTo(42);
        assertThat(request(HttpRequest.newBuilder(URI.create(stack.registry() + "/subjects"))))
                .contains("kept");
    }

    private static long endOffset(StackAddresses stack) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", stack.kafka()))) {
            return admin.listOffsets(Map.of(KEPT, OffsetSpec.latest()))
                    .partitionResult(KEPT)
                    .get()
                    .offset();
        }
    }

    private static void execute(StackAddresses stack, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(stack.postgres(), stack.postgresUser(), "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int answer(StackAddresses stack) throws SQLException {
        return ask(stack, "select answer from kept", Integer.class);
    }

    private static OffsetDateTime businessTime(StackAddresses stack) throws SQLException {
        return ask(stack, "select now from sim.clock", OffsetDateTime.class);
    }

    private static <T> T ask(StackAddresses stack, String sql, Class<T> type) throws SQLException {
        try (var connection = DriverManager.getConnection(stack.postgres(), stack.postgresUser(), "");
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getObject(1, type);
        }
    }

    private static String request(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString(UTF_8));
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }
}
