package dev.vigia.connect.topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** The partitions of the change topics, and how far each is read. One thread. */
final class ChangeTopics {

    /** The table that tells the source's time; who has none is told it by commit times. */
    private static final String HEARTBEAT = ".vigia_heartbeat";

    private final Consumer<byte[], byte[]> consumer;
    private final Set<String> topics;

    ChangeTopics(Consumer<byte[], byte[]> consumer, Set<String> topics) {
        this.consumer = consumer;
        this.topics = new TreeSet<>(topics);
    }

    /** All partitions; refuses topics that are not there, but for the heartbeat. */
    List<TopicPartition> partitions() {
        return topics.stream().flatMap(topic -> partitionsOf(topic).stream()).toList();
    }

    private List<TopicPartition> partitionsOf(String topic) {
        var infos = consumer.partitionsFor(topic);
        boolean isThere = infos != null && !infos.isEmpty();
        if (!isThere && topic.endsWith(HEARTBEAT)) {
            return List.of();
        }
        if (!isThere) {
            throw new TopicsRefusedException("Topic " + topic + " is not there. Nothing was written. Check --topics and"
                    + " --topics-server-prefix against the topics of the cluster.");
        }
        return infos.stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    /** Goes on from these offsets; partitions that have none are read from their beginning. */
    void goOn(Map<String, Long> offsets) {
        var all = partitions();
        consumer.assign(all);
        var beginnings = consumer.beginningOffsets(all);
        for (var partition : all) {
            long beginning = Objects.requireNonNull(beginnings.get(partition));
            long from = Objects.requireNonNullElse(offsets.get(TopicsState.name(partition)), beginning);
            requireKept(partition, from, beginning);
            consumer.seek(partition, from);
        }
    }

    /** Topics may be given more partitions; these are read from their beginning. */
    void seeNewPartitions() {
        if (partitions().size() > consumer.assignment().size()) {
            goOn(positions());
        }
    }

    /** Events that were deleted before they were read are a loss that nobody may overlook. */
    private static void requireKept(TopicPartition partition, long from, long beginning) {
        if (from < beginning) {
            throw new TopicsRefusedException("Partition " + partition + " was read up to offset " + from
                    + ", and Kafka has deleted everything before " + beginning
                    + ". Let the connector take a new snapshot"
                    + " of all its tables, and start with --new-epoch.");
        }
    }

    List<ConsumerRecord<byte[], byte[]>> poll(Duration patience) {
        ConsumerRecords<byte[], byte[]> polled = consumer.poll(patience);
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>(polled.count());
        polled.forEach(records::add);
        return records;
    }

    /** The offset of the next record of each partition. */
    Map<String, Long> positions() {
        var positions = new HashMap<String, Long>();
        for (var partition : consumer.assignment()) {
            positions.put(TopicsState.name(partition), consumer.position(partition));
        }
        return positions;
    }

    long position(TopicPartition partition) {
        return consumer.position(partition);
    }

    /** Where the partitions end now. */
    Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(consumer.assignment());
    }
}
