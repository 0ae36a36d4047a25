package dev.vigia.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigia.schemas.RecordKind;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

class ValueSerdesTest {

    @Test
    void shouldBeOursWhenNothingElseIsSaid() {
        assertThat(ValueSerdes.from(Map.of("schema.registry.url", "http://localhost:1")))
                .isInstanceOf(RegistrySerde.class);
    }

    @Test
    void shouldBeConfiguredWithWhatOurContractsNeedWhenItIsAnothers() {
        // When
        var serde = ValueSerdes.from(Map.of("value.serde.class", Foreign.class.getName(), "mine", "1"));
        // Then
        var foreign = (Foreign) ((MarkingSerde<SpecificRecord>) serde).other();
        assertThat(foreign.configured)
                .containsEntry("mine", "1")
                .containsEntry("specific.avro.reader", true)
                .containsEntry(
                        "value.subject.name.strategy",
                        "io.confluent.kafka.serializers.subject.TopicRecordNameStrategy");
    }

    @Test
    void shouldMarkWhatIsNotDataWhenItIsAnothers() {
        // Given
        var headers = new RecordHeaders();
        var serde = ValueSerdes.from(Map.of("value.serde.class", Foreign.class.getName()));
        // When
        byte[] frame = serde.serializer().serialize("t", headers, Samples.deleted());
        // Then
        assertThat(frame).containsExactly(42);
        assertThat(headers.lastHeader(RecordKind.HEADER).value()).asString().isEqualTo("deleted");
    }

    @Test
    void shouldNameTheSettingWhenTheClassIsNotThere() {
        assertThatThrownBy(() -> ValueSerdes.from(Map.of("value.serde.class", "com.acme.Serde")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("value.serde.class")
                .hasMessageContaining("com.acme.Serde");
    }

    /** Somebody else's serde. */
    public static final class Foreign implements Serde<SpecificRecord> {

        private final Map<String, Object> configured = new HashMap<>();

        @Override
        public void configure(Map<String, ?> settings, boolean isKey) {
            configured.putAll(settings);
        }

        @Override
        public Serializer<SpecificRecord> serializer() {
            return (topic, value) -> new byte[] {42};
        }

        @Override
        public Deserializer<SpecificRecord> deserializer() {
            return (topic, frame) -> Samples.line();
        }
    }
}
