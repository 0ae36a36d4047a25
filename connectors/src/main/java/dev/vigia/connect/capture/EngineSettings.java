package dev.vigia.connect.capture;

import dev.vigia.connect.row.TableId;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What Debezium's engine is told. */
final class EngineSettings {

    /** Under which Debezium names its topics, which exist only in its events. */
    static final String NAME = "vigia";

    private static final int BATCH = 4_096;

    /** Rows that wait to be taken: without this, as many as there are places for, however large each is. */
    private static final long QUEUE_BYTES = 64L << 20;

    private final CaptureConfig config;

    EngineSettings(CaptureConfig config) {
        this.config = config;
    }

    /** @param offset from where to go on; null for a new snapshot */
    Properties of(Map<TableId, ? extends Collection<String>> columns, @Nullable Map<String, Object> offset) {
        var all = new Properties();
        all.putAll(REQUIRED);
        all.setProperty("slot.name", config.slot());
        all.setProperty("publication.name", config.slot());
        all.setProperty("table.include.list", tables(columns));
        all.setProperty("column.include.list", columns(columns));
        all.setProperty(
                "heartbeat.interval.ms",
                Long.toString(config.heartbeat().every().toMillis()));
        if (offset != null) {
            all.setProperty(KeptOffset.SETTING, KeptOffset.setting(offset));
        }
        connect(all);
        return all;
    }

    private void connect(Properties all) {
        var database = config.database();
        all.setProperty("database.hostname", database.part("PGHOST"));
        all.setProperty("database.port", database.part("PGPORT"));
        // Several engines of one program would else claim the same place among Java's management beans, for a minute.
        all.setProperty("custom.metric.tags", "source=" + config.writer().source());
        all.setProperty("database.dbname", database.part("PGDBNAME"));
        all.setProperty("database.user", database.user());
        all.setProperty("database.password", database.password());
        for (var name : new String[] {"sslmode", "sslrootcert", "sslcert", "sslkey", "sslpassword"}) {
            if (!database.part(name).isEmpty()) {
                all.setProperty("database." + name, database.part(name));
            }
        }
    }

    private static String tables(Map<TableId, ? extends Collection<String>> columns) {
        return columns.keySet().stream()
                .map(table -> quoted(table.schema()) + "\\." + quoted(table.name()))
                .collect(Collectors.joining(","));
    }

    private static String columns(Map<TableId, ? extends Collection<String>> columns) {
        return columns.entrySet().stream()
                .flatMap(table -> table.getValue().stream().map(column -> pattern(table.getKey(), column)))
                .collect(Collectors.joining(","));
    }

    private static String pattern(TableId table, String column) {
        return quoted(table.schema()) + "\\." + quoted(table.name()) + "\\." + quoted(column);
    }

    /** A name as a pattern; the lists are split at commas, so that one in a name becomes any letter. */
    private static String quoted(String name) {
        return Pattern.compile("[^A-Za-z0-9_]")
                .matcher(name)
                .replaceAll(sign -> sign.group().equals(",") ? "." : "\\\\\\" + sign.group());
    }

    private static final Map<String, String> REQUIRED = Map.ofEntries(
            Map.entry("name", NAME),
            Map.entry("topic.prefix", NAME),
            Map.entry("connector.class", "io.debezium.connector.postgresql.PostgresConnector"),
            Map.entry("plugin.name", "pgoutput"),
            Map.entry("offset.storage", KeptOffset.class.getName()),
            Map.entry("offset.flush.interval.ms", "0"),
            // We make the publication ourselves, and the snapshot is due whenever there is no offset.
            Map.entry("publication.autocreate.mode", "disabled"),
            Map.entry("snapshot.mode", "initial"),
            // BEGIN and END: only a whole transaction may move the offset, or a kill inside a COPY loses rows.
            Map.entry("provide.transaction.metadata", "true"),
            // A TRUNCATE must be seen, or it goes by in silence.
            Map.entry("skipped.operations", "none"),
            Map.entry("tombstones.on.delete", "false"),
            // As text, digits of any scale stay as they are, and NaN and infinity come through; the precise mode ends
            // at them.
            Map.entry("decimal.handling.mode", "string"),
            Map.entry("time.precision.mode", "adaptive_time_microseconds"),
            Map.entry("column.propagate.source.type", ".*"),
            // A value that cannot be read must not become a null in silence.
            Map.entry("event.converting.failure.handling.mode", "fail"),
            Map.entry("max.batch.size", Integer.toString(BATCH)),
            Map.entry("max.queue.size", Integer.toString(4 * BATCH)),
            Map.entry("max.queue.size.in.bytes", Long.toString(QUEUE_BYTES)),
            Map.entry("poll.interval.ms", "20"),
            // Trying again is ours.
            Map.entry("errors.max.retries", "0"),
            Map.entry("slot.max.retries", "0"),
            Map.entry("record.processing.shutdown.timeout.ms", "2000"),
            // A new slot waits for all who are writing. The connector does so for 90 s and then says it in clear words.
            Map.entry("task.management.timeout.ms", "120000"));
}
