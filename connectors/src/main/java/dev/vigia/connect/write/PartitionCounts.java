package dev.vigia.connect.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vigia.schemas.Role;
import dev.vigia.schemas.Topic;
import dev.vigia.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * How many partitions each topic had when this installation first wrote to it. Keys keep their partitions only as long
 * as these counts hold, so topics that were expanded since are refused.
 */
final class PartitionCounts {

    /** Under which the state topic keeps them: no source can be called so. */
    static final String KEY = "~partitions";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, Integer>> COUNTS = new TypeReference<>() {};

    private final Map<String, Integer> counts;

    private PartitionCounts(Map<String, Integer> counts) {
        this.counts = counts;
    }

    /** What the brokers say now. */
    static PartitionCounts ask(Admin admin, WriterConfig config) throws InterruptedException {
        // Of the other topics of the catalogue the brokers may tell capture nothing.
        var names = Topics.all().stream()
                .filter(topic -> topic.traffic().writers().contains(Role.CAPTURE))
                .map(config::name)
                .toList();
        try {
            var counts = new TreeMap<String, Integer>();
            describe(admin, names)
                    .forEach(
                            (name, topic) -> counts.put(name, topic.partitions().size()));
            return new PartitionCounts(counts);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                throw new ConfigException("A topic of Vigia's catalogue is missing: "
                        + e.getCause().getMessage() + " Create the topics first, with vigia topics --create.");
            }
            throw new KafkaException("cannot ask for the topics of the catalogue", e.getCause());
        }
    }

    private static Map<String, TopicDescription> describe(Admin admin, List<String> names)
            throws ExecutionException, InterruptedException {
        return admin.describeTopics(names).allTopicNames().get();
    }

    static PartitionCounts parse(byte[] json) {
        try {
            return new PartitionCounts(JSON.readValue(new String(json, StandardCharsets.UTF_8), COUNTS));
        } catch (JsonProcessingException e) {
            throw new ConfigException(
                    "What the state topic keeps under " + KEY + " is not readable: " + e.getMessage());
        }
    }

    byte[] json() {
        try {
            return JSON.writeValueAsBytes(counts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** These counts; refuses to go on where a topic has another number of partitions now. */
    PartitionCounts checked(PartitionCounts now) {
        counts.forEach((topic, count) -> {
            var actual = now.counts.get(topic);
            if (actual != null && !actual.equals(count)) {
                throw new ConfigException("Topic " + topic + " has " + actual + " partitions, and had " + count
                        + " when Vigia first wrote to it: keys would change their partition. Nothing was written."
                        + " Recreate it with " + count + " partitions, or begin anew under another topics.prefix.");
            }
        });
        return this;
    }

    int of(Topic topic, WriterConfig config) {
        var count = counts.get(config.name(topic));
        if (count == null) {
            throw new ConfigException("Topic " + config.name(topic) + " has no known number of partitions");
        }
        return count;
    }
}
