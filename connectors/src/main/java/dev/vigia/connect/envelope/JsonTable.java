package dev.vigia.connect.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.RowChange;
import dev.vigia.connect.row.RowChange.Operation;
import dev.vigia.connect.row.TableShape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one table from JSON that does not say types. One thread. */
final class JsonTable {

    private final TableShape shape;
    private final TableShape keyShape;
    private final List<JsonColumn> columns;
    private final List<JsonColumn> keyColumns;
    private final BeforeImage identity = new BeforeImage();

    JsonTable(TableShape shape) {
        var key = shape.primaryKey().stream().map(shape::column).toList();
        this.shape = shape;
        this.keyShape = new TableShape(shape.table(), key, shape.primaryKey());
        this.columns = shape.columns().stream().map(JsonColumn::new).toList();
        this.keyColumns = key.stream().map(JsonColumn::new).toList();
    }

    TableShape shape() {
        return shape;
    }

    /** What an envelope says of its row. */
    RowChange change(Operation operation, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (operation == Operation.UPDATE) {
            identity.updated(before != null);
        }
        var old = before == null || operation == Operation.READ ? null : before(operation, before);
        var row = after == null ? null : UnchangedValues.fill(row(shape, columns, after), old);
        return new RowChange(shape.table(), operation, old, row);
    }

    private Row before(Operation operation, JsonNode image) {
        boolean whole = operation != Operation.DELETE || identity.isWhole(besideKey(image));
        return whole ? row(shape, columns, image) : row(keyShape, keyColumns, image);
    }

    private List<@Nullable Object> besideKey(JsonNode image) {
        var values = new ArrayList<@Nullable Object>();
        image.properties().forEach(field -> {
            if (!shape.primaryKey().contains(field.getKey())) {
                values.add(plain(field.getValue()));
            }
        });
        return values;
    }

    private static @Nullable Object plain(JsonNode value) {
        if (value.isNumber()) {
            return value.numberValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.isNull() ? null : value.asText();
    }

    private static Row row(TableShape shape, List<JsonColumn> columns, JsonNode image) {
        var values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).read(image.get(shape.columns().get(i).name()));
        }
        return new Row(shape, values);
    }
}
