package dev.vigia.app.connect;

import dev.vigia.connect.envelope.EventFormat;
import dev.vigia.connect.mapping.Mapping;
import dev.vigia.connect.mapping.Salt;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.topics.MappedTopics;
import dev.vigia.connect.topics.TopicsCapture;
import dev.vigia.connect.topics.TopicsConfig;
import dev.vigia.connect.topics.TopicsOpening;
import dev.vigia.connect.write.WriterConfig;
import dev.vigia.connect.write.WriterMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The reading of change topics as a program of its own, to be killed. */
final class TopicsProgram {

    static final String MAPPING = """
            source: acme
            timezone: America/Sao_Paulo
            types:
              erp.item: { id: number, name: text }
            records:
              - to: product.item.v1
                from: erp.item
                key: [id]
                where: name <> 'hidden'
                fields: { name: name }
            """;

    private TopicsProgram() {}

    /** Arguments: brokers, registry, prefix of our topics, the change topic, folder. */
    public static void main(String[] arguments) throws InterruptedException {
        var writer = new WriterConfig(
                "acme",
                arguments[2],
                Map.of("bootstrap.servers", arguments[0]),
                Map.of("schema.registry.url", arguments[1], "auto.register.schemas", true),
                Clock.systemUTC());
        var topics = Map.of(arguments[3], "erp.item");
        try (var capture = open(config(writer, MAPPING, topics, Path.of(arguments[4])))) {
            capture.run(() -> false);
        }
    }

    static TopicsConfig config(WriterConfig writer, String mapping, Map<String, String> topics, Path folder) {
        var tables = new TreeMap<String, TableId>();
        topics.forEach((topic, table) -> tables.put(topic, TableId.parse(table)));
        var plan = new MappedTopics(Mapping.parse("acme.yaml", mapping), Salt.none());
        return new TopicsConfig(writer, tables, EventFormat.AUTO, plan, false, Duration.ofMillis(50), folder);
    }

    static TopicsConfig anew(TopicsConfig from) {
        return new TopicsConfig(
                from.writer(), from.topics(), from.format(), from.plan(), true, from.settling(), from.folder());
    }

    static TopicsCapture open(TopicsConfig config) throws InterruptedException {
        return TopicsOpening.open(config, new WriterMetrics(new SimpleMeterRegistry(), "acme"));
    }
}
