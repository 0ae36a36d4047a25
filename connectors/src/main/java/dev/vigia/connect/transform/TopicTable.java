package dev.vigia.connect.transform;

import dev.vigia.connect.row.TableId;

/** The table whose changes a topic of Debezium's holds, by the topic's name: {@code prefix.schema.table}. */
final class TopicTable {

    private TopicTable() {}

    static TableId of(String topic) {
        var parts = topic.split("\\.", -1);
        int last = parts.length - 1;
        return last < 1 ? new TableId("", topic) : new TableId(parts[last - 1], parts[last]);
    }
}
