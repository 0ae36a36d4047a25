package dev.vigia.connect.transform;

import dev.vigia.connect.mapping.Mapping;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.write.RefusedRow;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a dead letter shows of what was refused: never a column that may not reach Kafka in clear.
 *
 * @param words where it came from
 * @param row as JSON; null where it could not be read
 */
record Refused(String words, @Nullable String row) {

    static Refused row(Row row, Mapping mapping) {
        var table = row.shape().table();
        var json = RefusedRow.json(row, mapping.hashedColumns(table));
        return new Refused(table + RefusedRow.key(row, mapping.hashedColumns(table)), json);
    }

    /** Nothing of it is known well enough to be shown. */
    static Refused unread(ConnectRecord<?> record) {
        return new Refused(record.topic() + " at " + record.timestamp(), null);
    }
}
