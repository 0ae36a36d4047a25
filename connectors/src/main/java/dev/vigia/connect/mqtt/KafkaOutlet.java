package dev.vigia.connect.mqtt;

import dev.vigia.connect.mapping.Refusal;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.write.CanonicalWriter;
import dev.vigia.connect.write.Origin;
import dev.vigia.connect.write.StateTopic;
import dev.vigia.connect.write.WriterConfig;
import dev.vigia.schema.QualityIssue;
import dev.vigia.schemas.Position;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes to Kafka, and keeps the state of the intake in the state topic, under names that begin with the source. One thread. */
final class KafkaOutlet implements Outlet {

    private final WriterConfig config;
    private final CanonicalWriter writer;

    KafkaOutlet(WriterConfig config, CanonicalWriter writer) {
        this.config = config;
        this.writer = writer;
    }

    @Override
    public void write(Output.Upsert reading, Position position, Origin origin) {
        writer.write(reading, position, null, origin);
    }

    @Override
    public void refuse(Refusal refusal, Origin origin) {
        writer.refuse(refusal, origin);
    }

    @Override
    public void report(QualityIssue issue) {
        writer.report(issue);
    }

    @Override
    public void keep(String name, byte @Nullable [] value) {
        writer.keep(config.stateTopic(), key(name).getBytes(StandardCharsets.UTF_8), value);
    }

    /** What was kept, by name. */
    Map<String, byte[]> kept() {
        var kept = new HashMap<String, byte[]>();
        StateTopic.newest(config, config.stateTopic()).forEach((key, value) -> {
            if (key.startsWith(key(""))) {
                kept.put(key.substring(key("").length()), value);
            }
        });
        return kept;
    }

    /** No source can have a slash in its name. */
    private String key(String name) {
        return config.source() + "/" + name;
    }
}
