package dev.vigia.connect.capture;

import dev.vigia.connect.row.TableId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the source's business time becomes markers.
 *
 * @param table of one row and one column {@code at timestamptz}; null where the source may not be written: then the
 *     commit time of what was read serves
 * @param every how often
 * @param clock SQL for the business time, such as {@code now()}
 */
public record HeartbeatSettings(@Nullable TableId table, Duration every, String clock) {

    static final String COLUMN = "at";

    /** Every ten seconds, by the database's own clock. */
    public static HeartbeatSettings usual() {
        return new HeartbeatSettings(new TableId("public", "vigia_heartbeat"), Duration.ofSeconds(10), "now()");
    }
}
