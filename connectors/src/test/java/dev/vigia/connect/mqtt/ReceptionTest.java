package dev.vigia.connect.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.connect.mapping.Refusal;
import dev.vigia.connect.mqtt.file.MqttMapping;
import dev.vigia.connect.mqtt.machine.Machines;
import dev.vigia.connect.mqtt.message.Message;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.write.Origin;
import dev.vigia.schema.QualityIssue;
import dev.vigia.schema.SensorReading;
import dev.vigia.schemas.Position;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReceptionTest {

    private final Kept kept = new Kept();
    private final Plant plant = new Plant();
    private final SetClock clock = new SetClock();
    private Reception reception = reception();

    @Test
    void shouldCallAReadingHistoricalWhenItIsFarBehindItsChannelOrRetained() {
        // When
        take("M-1", "2026-03-02T08:00:00Z");
        take("M-1", "2026-03-02T07:50:00Z");
        take("M-1", "2026-03-02T07:49:59Z");
        take("M-2", "2026-03-02T01:00:00Z");
        reception.take(new Message("plant/M-1/vibration", payload("2026-03-02T08:01:00Z"), true, Map.of()));
        // Then
        assertThat(kept.readings)
                .extracting(SensorReading::getHistorical)
                .containsExactly(false, false, true, false, true);
    }

    @Test
    void shouldForgetATimeFarAheadWhenNothingComesNearItForAsLong() {
        // Given
        take("M-1", "2026-03-09T08:00:00Z");
        // When
        take("M-1", "2026-03-02T08:00:00Z");
        clock.now = clock.now.plus(Duration.ofMinutes(11));
        take("M-1", "2026-03-02T08:11:00Z");
        take("M-1", "2026-03-02T08:12:00Z");
        // Then
        assertThat(kept.readings).extracting(SensorReading::getHistorical).containsExactly(false, true, false, false);
    }

    @Test
    void shouldGiveLaterPositionsWhenTheClockIsSetBackAndTheIntakeStartsAgain() {
        // Given
        take("M-1", "2026-03-02T08:00:00Z");
        take("M-1", "2026-03-02T08:00:01Z");
        reception.endBatch();
        // When
        clock.now = clock.now.minusSeconds(3_600);
        reception = reception();
        reception.restore(kept.state);
        take("M-1", "2026-03-02T08:00:02Z");
        // Then
        assertThat(kept.positions).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void shouldReportAnUnknownMachineOnceAndCloseItWhenItIsDeclared() {
        // When
        take("M-1", "2026-03-02T08:00:00Z");
        take("M-1", "2026-03-02T08:00:01Z");
        reception = reception();
        reception.restore(kept.state);
        take("M-1", "2026-03-02T08:00:02Z");
        plant.declare("M-1", "vibration");
        reception.settle();
        take("M-1", "2026-03-02T08:00:03Z");
        // Then
        assertThat(kept.issues).extracting(QualityIssue::getRule).containsExactly("unknown-machine", "unknown-machine");
        assertThat(kept.issues).extracting(QualityIssue::getOpen).containsExactly(true, false);
        assertThat(kept.readings).hasSize(4);
    }

    @Test
    void shouldReportAnUnknownMeasureUntilItIsDeclared() {
        // Given
        plant.declare("M-1", "pressure");
        // When
        take("M-1", "2026-03-02T08:00:00Z");
        plant.declare("M-1", "pressure", "vibration");
        reception.settle();
        // Then
        assertThat(kept.issues).extracting(QualityIssue::getSubject).containsExactly("M-1|vibration", "M-1|vibration");
        assertThat(kept.issues).extracting(QualityIssue::getOpen).containsExactly(true, false);
    }

    @Test
    void shouldKeepTheWholePayloadWhenItIsRefused() {
        // When
        reception.take(new Message("plant/M-1/vibration", "no json".getBytes(UTF_8), false, Map.of("gateway", "g7")));
        // Then
        assertThat(kept.origins).singleElement().satisfies(origin -> {
            assertThat(origin.topic()).isEqualTo("plant/M-1/vibration");
            assertThat(UTF_8.decode(origin.value()).toString()).isEqualTo("no json");
            assertThat(UTF_8.decode(origin.headers().get("gateway")).toString()).isEqualTo("g7");
        });
        assertThat(reception.endBatch()).isEqualTo(new Tally(1, 0, 1, 0));
    }

    private Reception reception() {
        var mapping = MqttMapping.shipped("plant-mqtt");
        return new Reception(mapping.source(), mapping.reader(), mapping.historicalAfter(), plant, kept, clock);
    }

    private void take(String machine, String observedAt) {
        reception.take(Message.of("plant/" + machine + "/vibration", payload(observedAt)));
    }

    private static byte[] payload(String observedAt) {
        return ("{\"value\":1,\"unit\":\"mm/s\",\"observedAt\":\"" + observedAt + "\"}").getBytes(UTF_8);
    }

    /** Keeps what is written. */
    private static final class Kept implements Outlet {

        private final List<SensorReading> readings = new ArrayList<>();
        private final List<Position> positions = new ArrayList<>();
        private final List<Origin> origins = new ArrayList<>();
        private final List<QualityIssue> issues = new ArrayList<>();
        private final Map<String, byte[]> state = new HashMap<>();

        @Override
        public void write(Output.Upsert reading, Position position, Origin origin) {
            readings.add((SensorReading) reading.value());
            positions.add(position);
        }

        @Override
        public void refuse(Refusal refusal, Origin origin) {
            origins.add(origin);
        }

        @Override
        public void report(QualityIssue issue) {
            issues.add(issue);
        }

        @Override
        public void keep(String name, byte @Nullable [] value) {
            if (value == null) {
                state.remove(name);
            } else {
                state.put(name, value);
            }
        }
    }

    /** Machines that are declared by hand. */
    private static final class Plant implements Machines {

        private final Map<String, Set<String>> declared = new HashMap<>();
        private final List<String> changed = new ArrayList<>();

        void declare(String asset, String... measures) {
            declared.put(asset, Set.of(measures));
            changed.add(asset);
        }

        @Override
        public boolean isComplete() {
            return true;
        }

        @Override
        public @Nullable Set<String> measures(String asset) {
            return declared.get(asset);
        }

        @Override
        public void changed(Consumer<String> asset) {
            changed.forEach(asset);
            changed.clear();
        }
    }

    /** Stands still until it is set. */
    private static final class SetClock extends Clock {

        private Instant now = Instant.parse("2026-03-02T08:00:10Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
