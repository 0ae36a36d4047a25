package dev.vigia.connect.envelope;

import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.TableShape;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** How rows of one Connect schema become rows of a shape: a field and a reader for each column. */
final class RowReading {

    private final Schema schema;
    private final TableShape shape;
    private final @Nullable Field[] fields;
    private final @Nullable ColumnReader[] readers;
    private final List<String> problems = new ArrayList<>();

    RowReading(Schema schema, TableShape shape) {
        this.schema = schema;
        this.shape = shape;
        int columns = shape.columns().size();
        this.fields = new Field[columns];
        this.readers = new ColumnReader[columns];
        for (int i = 0; i < columns; i++) {
            find(i, shape.columns().get(i));
        }
    }

    private void find(int place, Column column) {
        var field = schema.field(column.name());
        var reader = field == null ? null : ColumnReaders.find(field.schema(), column.type());
        fields[place] = field;
        readers[place] = reader;
        if (reader == null) {
            problems.add(problem(column, field));
        }
    }

    boolean isOf(Schema other) {
        return schema == other || schema.equals(other);
    }

    List<String> problems() {
        return problems;
    }

    Row row(Struct struct) {
        if (!problems.isEmpty()) {
            throw new IllegalStateException(shape.table() + ": " + String.join(", ", problems));
        }
        var values = new @Nullable Object[fields.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(struct, i);
        }
        return new Row(shape, values);
    }

    private @Nullable Object value(Struct struct, int place) {
        var field = fields[place];
        var reader = readers[place];
        var value = field == null ? null : struct.getWithoutDefault(field.name());
        return value == null || reader == null ? null : reader.read(value);
    }

    private static String problem(Column column, @Nullable Field came) {
        if (came == null) {
            return "column \"" + column.name() + "\" is gone";
        }
        var type = came.schema().name() == null
                ? came.schema().type().toString()
                : came.schema().name();
        return "column \"" + column.name() + "\" was " + column.declared() + " and now comes as " + type;
    }
}
