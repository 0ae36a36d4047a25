package dev.vigia.connect.envelope;

import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.RowChange;
import dev.vigia.connect.row.RowChange.Operation;
import dev.vigia.connect.row.TableShape;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one table as long as their schema and primary key stay the same. One thread. */
final class StructTable {

    private final Schema schema;
    private final TableShape shape;
    private final BeforeImage identity;
    private final StructRows rows;
    private final StructRows keys;
    private final EnvelopeRows byKey;
    private final EnvelopeRows whole;

    StructTable(Schema schema, TableShape shape, BeforeImage identity) {
        var key = shape.columns().stream()
                .filter(column -> shape.primaryKey().contains(column.name()))
                .toList();
        this.schema = schema;
        this.shape = shape;
        this.identity = identity;
        this.rows = new StructRows(shape);
        this.keys = new StructRows(new TableShape(shape.table(), key, shape.primaryKey()));
        this.byKey = new EnvelopeRows(shape, shape.primaryKey());
        this.whole = new EnvelopeRows(
                shape, shape.columns().stream().map(column -> column.name()).toList());
    }

    boolean reads(Schema row, List<String> primaryKey) {
        return (schema == row || schema.equals(row)) && shape.primaryKey().equals(primaryKey);
    }

    TableShape shape() {
        return shape;
    }

    BeforeImage identity() {
        return identity;
    }

    /** What an envelope says of its row. */
    RowChange change(Operation operation, Struct envelope) {
        var before = envelope.getStruct("before");
        if (operation == Operation.UPDATE) {
            identity.updated(before != null);
        }
        boolean known = operation != Operation.DELETE || before == null || identity.isWhole(besideKey(before));
        return (known ? whole : byKey).change(envelope);
    }

    /** What a row without its envelope says; of one that was deleted it is the image before. */
    RowChange flat(Operation operation, Struct struct) {
        if (operation != Operation.DELETE) {
            var after = UnchangedValues.fill(rows.row(struct), null);
            return new RowChange(shape.table(), operation, null, after);
        }
        return new RowChange(shape.table(), operation, before(struct), null);
    }

    private Row before(Struct struct) {
        return identity.isWhole(besideKey(struct)) ? rows.row(struct) : keys.row(struct);
    }

    private List<@Nullable Object> besideKey(Struct image) {
        var values = new ArrayList<@Nullable Object>();
        for (var field : image.schema().fields()) {
            if (!shape.primaryKey().contains(field.name()) && !field.name().startsWith("__")) {
                values.add(plain(field.schema(), image.getWithoutDefault(field.name())));
            }
        }
        return values;
    }

    /** Null for what says nothing: Debezium also puts a column's default in place of what it does not know. */
    private static @Nullable Object plain(Schema schema, @Nullable Object value) {
        if (value == null || value.equals(schema.defaultValue())) {
            return null;
        }
        return value instanceof String || value instanceof Number || value instanceof Boolean ? value : null;
    }
}
