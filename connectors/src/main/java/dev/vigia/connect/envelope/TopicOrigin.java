package dev.vigia.connect.envelope;

import dev.vigia.connect.row.TableId;
import java.time.Instant;

/**
 * What is known of an event before it is read.
 *
 * @param topic it came by
 * @param table whose changes the topic holds, where the event itself does not say
 * @param writtenAt when it was written, where the event does not say when it happened
 */
public record TopicOrigin(String topic, TableId table, Instant writtenAt) {}
