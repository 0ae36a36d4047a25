package dev.vigia.connect.mqtt.message;

import dev.vigia.connect.mapping.Refusal;
import java.time.Instant;
import java.util.List;

/** Turns messages into readings, by the first shape of topic that fits. Nothing that a message holds makes it fail. Any thread. */
public final class MessageReader {

    private final List<TopicReader> topics;

    /** Of a message that no topic knows, nobody can tell what must not be shown. */
    private final boolean hides;

    public MessageReader(List<TopicReader> topics) {
        this.topics = List.copyOf(topics);
        this.hides = topics.stream().anyMatch(TopicReader::hides);
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
            return List.of(refused(message, "unreadable", hides ? "could not be read" : "could not be read: " + e));
        }
    }

    private List<Taken> readByFirst(Message message, Instant receivedAt) {
        for (var topic : topics) {
            var taken = topic.read(message, receivedAt);
            if (taken != null) {
                return taken;
            }
        }
        return List.of(refused(message, "unknown-topic", "the topic has none of the shapes in the mapping"));
    }

    private Taken refused(Message message, String reason, String detail) {
        var shown = hides ? Shown.nothing() : Shown.whole(message);
        return new Taken.Refused(new Refusal(reason, detail, "MQTT"), shown, 0);
    }
}
