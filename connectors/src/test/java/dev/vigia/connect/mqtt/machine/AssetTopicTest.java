package dev.vigia.connect.mqtt.machine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.connect.write.WriterConfig;
import dev.vigia.schema.Channel;
import dev.vigia.schema.EquipmentAsset;
import dev.vigia.schemas.Topics;
import dev.vigia.schemas.registry.RegistryUnavailableException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** The machines that a plant declares, from a topic in memory; a value is the name of a measure. */
@Timeout(value = 10, threadMode = ThreadMode.SEPARATE_THREAD)
class AssetTopicTest {

    private static final WriterConfig CONFIG = new WriterConfig("plant", "", Map.of(), Map.of(), Clock.systemUTC());

    private int outages;

    @Test
    void shouldGoOnWithTheNextMachineWhenOneCannotBeRead() {
        // Given
        var consumer = new Assets(List.of("M-1=vibration", "M-1=nonsense", "M-2=pressure"));
        // When
        try (var topic = AssetTopic.follow(CONFIG, consumer, this::read)) {
            awaitComplete(topic);
            // Then
            assertThat(topic.measures("M-1")).containsExactly("vibration");
            assertThat(topic.measures("M-2")).containsExactly("pressure");
        }
    }

    @Test
    void shouldReadAgainWhenTheRegistryWasAwayAndTellWhatItFound() {
        // Given
        outages = 1;
        var consumer = new Assets(List.of("M-1=vibration", "M-2=pressure"));
        // When
        try (var topic = AssetTopic.follow(CONFIG, consumer, this::read)) {
            awaitComplete(topic);
            // Then
            var changed = new ArrayList<String>();
            topic.changed(changed::add);
            assertThat(changed).containsExactly("M-1", "M-2");
            assertThat(topic.measures("M-1")).containsExactly("vibration");
        }
    }

    private static void awaitComplete(AssetTopic topic) {
        while (!topic.isComplete()) {
            Thread.onSpinWait();
        }
    }

    private SpecificRecord read(String topic, byte[] value) {
        var measure = new String(value, UTF_8);
        if (measure.equals("nonsense")) {
            throw new SerializationException("not a record of " + topic);
        }
        if (outages-- > 0) {
            throw new RegistryUnavailableException("nobody answers");
        }
        var channel = Channel.newBuilder().setMeasure(measure).setUnit("mm/s").build();
        return EquipmentAsset.newBuilder()
                .setAsset("the key says it")
                .setChannels(List.of(channel))
                .build();
    }

    /** One partition that holds all its records again whenever it is read from its beginning. */
    private static final class Assets extends MockConsumer<byte[], byte[]> {

        private static final TopicPartition ALL = new TopicPartition(Topics.ASSETS.name(), 0);

        private final List<String> machines;

        Assets(List<String> machines) {
            super("earliest");
            this.machines = machines;
            updatePartitions(
                    ALL.topic(), List.of(new PartitionInfo(ALL.topic(), 0, Node.noNode(), new Node[0], new Node[0])));
            updateBeginningOffsets(Map.of(ALL, 0L));
            updateEndOffsets(Map.of(ALL, (long) machines.size()));
        }

        @Override
        public synchronized void seekToBeginning(Collection<TopicPartition> partitions) {
            super.seekToBeginning(partitions);
            for (int i = 0; i < machines.size(); i++) {
                var parts = machines.get(i).split("=", 2);
                addRecord(new ConsumerRecord<>(ALL.topic(), 0, i, parts[0].getBytes(UTF_8), parts[1].getBytes(UTF_8)));
            }
        }
    }
}
