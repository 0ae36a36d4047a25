package dev.vigia.app.changes;

import dev.vigia.app.program.Failure;
import dev.vigia.connect.envelope.EventFormat;
import dev.vigia.connect.row.TableId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say which change topics are read instead of a database, and how they are written. */
public final class ChangeTopicOptions {

    private static final String HEARTBEAT = "vigia_heartbeat";

    @Option(
            names = "--topics",
            split = ",",
            paramLabel = "TOPIC=TABLE",
            description = "Topics of change events, and the table of each, such as crm.orders=erp.sales_order.")
    private Map<String, String> topics = new LinkedHashMap<>();

    @Nullable
    @Option(
            names = "--topics-server-prefix",
            paramLabel = "PREFIX",
            description = "Debezium's topic.prefix: table erp.item is in topic PREFIX.erp.item.")
    private String serverPrefix;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "How the events are written: json, json-schemas, avro or auto (${DEFAULT-VALUE}).")
    private String format = "auto";

    /** Whether topics are to be read, and no database. */
    public boolean areGiven() {
        return serverPrefix != null || !topics.isEmpty();
    }

    public EventFormat format() {
        try {
            return EventFormat.valueOf(format.replace('-', '_').toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Failure.usage(
                    "--format " + format + " is none. Say json, json-schemas, avro or auto. Nothing was written.");
        }
    }

    /** The table of each topic: those that are named, and by the prefix those of all other tables that are mapped. */
    public Map<String, TableId> of(Collection<TableId> tables) {
        var all = new TreeMap<String, TableId>();
        topics.forEach((topic, table) -> all.put(topic, TableId.parse(table)));
        if (serverPrefix != null) {
            tables.stream().filter(table -> !all.containsValue(table)).forEach(table -> put(table, all));
            tables.forEach(table -> put(new TableId(table.schema(), HEARTBEAT), all));
            put(new TableId("public", HEARTBEAT), all);
        }
        requireAll(tables, all);
        return all;
    }

    private void put(TableId table, Map<String, TableId> all) {
        all.put(serverPrefix + "." + table, table);
    }

    private static void requireAll(Collection<TableId> tables, Map<String, TableId> topics) {
        var missing = new TreeSet<>(tables);
        missing.removeAll(List.copyOf(topics.values()));
        if (!missing.isEmpty()) {
            throw Failure.usage(
                    "The mapping reads " + missing + ", and no topic of --topics holds that. Name one for each,"
                            + " or give --topics-server-prefix. Nothing was written.");
        }
    }
}
