package dev.vigia.connect.topics;

import dev.vigia.connect.envelope.EventFormat;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.write.WriterConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Which change topics are read, how and to where.
 *
 * @param topics table whose changes a topic holds, by the topic's name; that of the heartbeat table too, if there is one
 * @param newEpoch whether to read the topics again from their beginning, in a new epoch
 * @param settling how long a source's time must be known before it is told, where no heartbeat tells it
 * @param folder for what is looked up, while this runs
 */
public record TopicsConfig(
        WriterConfig writer,
        Map<String, TableId> topics,
        EventFormat format,
        TopicPlan plan,
        boolean newEpoch,
        Duration settling,
        Path folder) {

    /** How long it usually is. */
    public static final Duration SETTLING = Duration.ofSeconds(10);

    /** The same once it was opened: a new epoch that was asked for has begun. */
    public TopicsConfig goingOn() {
        return new TopicsConfig(writer, topics, format, plan, false, settling, folder);
    }

    /** The internal topic that keeps rows to be looked up. */
    String rowsTopic() {
        return writer.internal("rows-" + writer.source());
    }
}
