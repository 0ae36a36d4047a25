package dev.vigia.connect.envelope;

import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.ColumnType;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;

/** The shape of a table as the schema of its events tells it. */
record SchemaShape(WantedColumns wanted, TableId table) {

    /** In the order in which they are tried: what has a name of its own is not taken for a mere number or text. */
    private static final List<ColumnType> TYPES = List.of(
            ColumnType.BOOLEAN, ColumnType.DATE, ColumnType.TIME, ColumnType.LOCAL_TIMESTAMP, ColumnType.INSTANT);

    /** The shape of the columns that are wanted and there. */
    TableShape of(List<String> primaryKey, Schema row) {
        var names = wanted.of(table, primaryKey);
        if (names == null) {
            throw UnreadableEventException.unknownTable(table);
        }
        var columns = row.fields().stream()
                .filter(field -> names.contains(field.name()))
                .map(this::column)
                .toList();
        return new TableShape(table, columns, primaryKey);
    }

    private Column column(Field field) {
        var declared = wanted.declared(table, field.name());
        if (declared != null && ColumnReaders.find(field.schema(), declared.type()) != null) {
            return declared;
        }
        var schema = field.schema();
        var told =
                Objects.requireNonNullElse(schema.name(), schema.type().name().toLowerCase(Locale.ROOT));
        return new Column(field.name(), type(schema), told);
    }

    private static ColumnType type(Schema came) {
        for (var type : TYPES) {
            if (ColumnReaders.find(came, type) != null) {
                return type;
            }
        }
        if (ColumnReaders.find(came, ColumnType.NUMBER) != null && !isText(came)) {
            return ColumnType.NUMBER;
        }
        return came.type() == Schema.Type.STRING ? ColumnType.TEXT : ColumnType.OTHER;
    }

    /** Text that may stand for a number is one only where the source's type says so. */
    private static boolean isText(Schema came) {
        return came.type() == Schema.Type.STRING
                && (came.parameters() == null || came.parameters().isEmpty());
    }
}
