package dev.vigia.bench.fuzz;

import dev.vigia.connect.mapping.Refusal;
import dev.vigia.connect.mqtt.Outlet;
import dev.vigia.connect.mqtt.Reception;
import dev.vigia.connect.mqtt.file.MqttMapping;
import dev.vigia.connect.mqtt.machine.Machines;
import dev.vigia.connect.mqtt.message.Message;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.write.Origin;
import dev.vigia.schema.QualityIssue;
import dev.vigia.schemas.Position;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** MQTT messages: topics and payloads. */
final class MqttNoise implements WayIn {

    @Override
    public Count feed(int lines, Noise noise) {
        var counted = new Counted();
        var mapping = MqttMapping.shipped("plant-mqtt");
        var reception = new Reception(
                mapping.source(),
                mapping.reader(),
                mapping.historicalAfter(),
                new OneMachine(),
                counted,
                Clock.systemUTC());
        for (int i = 0; i < lines; i++) {
            reception.take(new Message(topic(noise), noise.spoiled(payload(noise)), noise.onceIn(9), Map.of()));
        }
        var tally = reception.endBatch();
        if (tally.written() != counted.written || tally.refused() != counted.refused) {
            throw new AssertionError(
                    tally + " was said, and " + counted.written + " were written, " + counted.refused + " refused");
        }
        return new Count(
                "mqtt", tally.messages(), tally.received(), tally.written(), tally.refused(), tally.excluded());
    }

    private static String topic(Noise noise) {
        var machine = noise.onceIn(6) ? noise.nasty().replaceAll("[#+\u0000]", "") : "M-0" + noise.below(9);
        return noise.onceIn(20) ? machine : "plant/" + machine + "/vibration";
    }

    private static String payload(Noise noise) {
        return switch (noise.below(10)) {
            case 0 -> noise.json(0);
            case 1 -> "[" + reading(noise) + "," + reading(noise) + "," + noise.json(1) + "]";
            case 2 -> noise.nasty();
            default -> reading(noise);
        };
    }

    private static String reading(Noise noise) {
        var reading = new StringBuilder("{\"more\":").append(noise.onceIn(5) ? noise.json(0) : "1");
        field(reading, noise, "machine", Noise.quoted("M-0" + noise.below(9)));
        field(reading, noise, "measure", "\"vibration\"");
        field(reading, noise, "value", Double.toString(noise.below(10_000) / 100.0));
        field(reading, noise, "unit", "\"mm/s\"");
        field(reading, noise, "observedAt", "\"2026-03-02T08:" + (10 + noise.below(50)) + ":00Z\"");
        field(reading, noise, "quality", "\"good\"");
        return reading.append('}').toString();
    }

    private static void field(StringBuilder reading, Noise noise, String name, String good) {
        if (!noise.onceIn(40)) {
            reading.append(",\"").append(name).append("\":").append(noise.onceIn(20) ? noise.json(0) : good);
        }
    }

    /** Counts, and writes every record as Kafka would get it. */
    private static final class Counted implements Outlet {

        private final Encoded encoded = new Encoded();
        private long written;
        private long refused;

        @Override
        public void write(Output.Upsert reading, Position position, Origin origin) {
            encoded.write(reading.value());
            written++;
        }

        @Override
        public void refuse(Refusal refusal, Origin origin) {
            encoded.check(refusal, origin);
            refused++;
        }

        @Override
        public void report(QualityIssue issue) {
            encoded.write(issue);
        }

        @Override
        public void keep(String name, byte @Nullable [] value) {}
    }

    /** A plant of one machine, so that most are unknown. */
    private static final class OneMachine implements Machines {

        @Override
        public boolean isComplete() {
            return true;
        }

        @Override
        public @Nullable Set<String> measures(String asset) {
            return asset.equals("M-01") ? Set.of("vibration") : null;
        }

        @Override
        public void changed(Consumer<String> asset) {}
    }
}
