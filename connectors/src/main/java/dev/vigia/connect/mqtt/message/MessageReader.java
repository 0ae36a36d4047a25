package dev.vigia.connect.mqtt.message;

import java.time.Instant;
import java.util.List;

/** Turns messages into readings, by the first shape of topic that fits. Nothing that a message holds makes it fail. Any thread. */
public final class MessageReader {

    private final List<TopicReader> topics;

    public MessageReader(List<TopicReader> topics) {
        this.topics = List.copyOf(topics);
    }

    /** What to subscribe to. */
    public List<String> filters() {
        return topics.stream().map(topic -> topic.pattern().filter()).distinct().toList();
    }

    /** What a message comes to, reading by reading; never nothing. */
    public List<Taken> read(Message message, Instant receivedAt) {
        try {
            return readByFirst(message, receivedAt);
        } catch (RuntimeException e) {
            // A border: whatever a message does to us becomes its own dead letter, and the next message is read.
            return List.of(TopicReader.refused(message, "unreadable", "could not be read: " + e, "MQTT"));
        }
    }

    private List<Taken> readByFirst(Message message, Instant receivedAt) {
        for (var topic : topics) {
            var taken = topic.read(message, receivedAt);
            if (taken != null) {
                return taken;
            }
        }
        return List.of(TopicReader.refused(
                message, "unknown-topic", "the topic has none of the shapes in the mapping", "MQTT"));
    }
}
