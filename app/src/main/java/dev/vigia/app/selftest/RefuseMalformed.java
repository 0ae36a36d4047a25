package dev.vigia.app.selftest;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import dev.vigia.connect.envelope.EventFormat;
import dev.vigia.connect.mapping.Mapping;
import dev.vigia.connect.mapping.Salt;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.topics.MappedTopics;
import dev.vigia.connect.topics.TopicsConfig;
import dev.vigia.connect.topics.TopicsOpening;
import dev.vigia.connect.write.WriterMetrics;
import dev.vigia.schema.DeadLetter;
import dev.vigia.schemas.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends a hundred kinds of malformed input by all ways in, and finds a dead letter with its reason for each. */
final class RefuseMalformed implements Stage {

    private static final String EVENTS = "malformed.events";

    @Override
    public String name() {
        return "malformed is kept";
    }

    @Override
    public String prove(Trial trial) throws Exception {
        var before = reasons(trial);
        publish(trial, of(Way.MQTT));
        importAll(trial, of(Way.CSV));
        capture(trial, of(Way.ENVELOPE));
        var expected = Malformed.all().stream()
                .collect(Collectors.groupingBy(Malformed::reason, TreeMap::new, Collectors.counting()));
        awaitAll(trial, before, expected);
        return Malformed.all().size() + " inputs of as many kinds are dead letters, each with its reason";
    }

    private static void awaitAll(Trial trial, Map<String, Long> before, Map<String, Long> expected) throws Exception {
        try {
            trial.await(
                    "all dead letters", () -> newSince(before, reasons(trial)).equals(expected));
        } catch (NotProved e) {
            throw new NotProved(
                    "dead letters by reason are " + newSince(before, reasons(trial)) + ", expected " + expected);
        }
    }

    private static List<Malformed> of(Way way) {
        return Malformed.all().stream().filter(one -> one.way() == way).toList();
    }

    private static void publish(Trial trial, List<Malformed> messages) {
        var address = trial.stack().mqttUri();
        var client = MqttClient.builder()
                .useMqttVersion5()
                .serverHost(address.getHost())
                .serverPort(address.getPort())
                .buildBlocking();
        client.connect();
        for (var message : messages) {
            client.publishWith()
                    .topic(message.topic())
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(message.input())
                    .send();
        }
        client.disconnect();
    }

    private static void importAll(Trial trial, List<Malformed> lines) throws Exception {
        var text = new ByteArrayOutputStream();
        text.write((MalformedCsv.HEADER + "\n").getBytes(StandardCharsets.UTF_8));
        for (var line : lines) {
            text.write(line.input());
            text.write('\n');
        }
        var file = Files.createTempDirectory("vigia-malformed").resolve("stock.csv");
        Files.write(file, text.toByteArray());
        TrialImport.run(trial, Mapping.parse("malformed.yaml", MalformedCsv.MAPPING), file, false);
    }

    private static void capture(Trial trial, List<Malformed> events) throws Exception {
        var mapping = Mapping.parse("malformed.yaml", MalformedEnvelopes.MAPPING);
        produce(trial, events);
        var config = new TopicsConfig(
                trial.writer(mapping.source()),
                Map.of(EVENTS, TableId.parse(MalformedEnvelopes.TABLE)),
                EventFormat.JSON,
                new MappedTopics(mapping, Salt.none()),
                false,
                TopicsConfig.SETTLING,
                Files.createTempDirectory("vigia-rows"));
        var metrics = new SimpleMeterRegistry();
        try (var capture = TopicsOpening.open(config, new WriterMetrics(metrics, mapping.source()))) {
            long end = System.nanoTime() + trial.patience().toNanos();
            capture.run(() -> refused(metrics) >= events.size() || System.nanoTime() > end);
        }
    }

    private static void produce(Trial trial, List<Malformed> events) throws Exception {
        var settings = trial.writer("malformed").kafka();
        try (var admin = Admin.create(settings)) {
            var topic = new NewTopic(EVENTS, Optional.of(1), Optional.empty());
            admin.createTopics(List.of(topic)).all().get();
        }
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (var event : events) {
                var unused = producer.send(new ProducerRecord<>(EVENTS, event.kind(), event.input()));
            }
        }
    }

    private static double refused(SimpleMeterRegistry metrics) {
        return metrics.find("vigia.intake.refused").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private static Map<String, Long> reasons(Trial trial) {
        return trial.contents().all(Topics.DEAD_LETTERS).stream()
                .map(record -> ((DeadLetter) record.value()).getReason())
                .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()));
    }

    private static Map<String, Long> newSince(Map<String, Long> before, Map<String, Long> now) {
        var more = new TreeMap<>(now);
        before.forEach((reason, count) -> more.computeIfPresent(reason, (any, all) -> all - count));
        more.values().removeIf(count -> count == 0);
        return more;
    }
}
