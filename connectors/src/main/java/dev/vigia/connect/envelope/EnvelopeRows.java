package dev.vigia.connect.envelope;

import dev.vigia.connect.row.RowChange;
import dev.vigia.connect.row.RowChange.Operation;
import dev.vigia.connect.row.TableShape;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.connect.data.Struct;

/**
 * Turns the envelopes of one table into changes of rows.
 *
 * <p>The image before a change holds only the columns of the table's replica identity; in place of the others Debezium
 * has zeros and empty texts where a column may not be null, which must not be taken for values. One thread.
 */
public final class EnvelopeRows {

    /** What Debezium has in place of a large value that did not change and that the log therefore does not hold. */
    public static final String UNAVAILABLE = "__debezium_unavailable_value";

    private final TableShape shape;
    private final StructRows after;
    private final StructRows before;

    /** @param identity columns whose values before a change are known; those that the shape lacks do not count */
    public EnvelopeRows(TableShape shape, Collection<String> identity) {
        var known = part(shape, identity);
        this.shape = shape;
        this.after = new StructRows(shape);
        this.before = new StructRows(known.columns().size() == shape.columns().size() ? shape : known);
    }

    public TableShape shape() {
        return shape;
    }

    /** What keeps the images of this envelope from being read, in words; empty where nothing does. */
    public List<String> problems(Struct envelope) {
        var image = envelope.getStruct("after");
        if (image != null) {
            return after.problems(image.schema());
        }
        var old = envelope.getStruct("before");
        return old == null ? List.of() : before.problems(old.schema());
    }

    /**
     * Reads an envelope without problems that is not a truncation.
     *
     * @throws UnavailableValueException where a value did not change and was not told
     */
    public RowChange change(Struct envelope) {
        var operation = Operations.of(envelope.getString("op"));
        var old = operation == Operation.READ ? null : envelope.getStruct("before");
        var image = operation == Operation.DELETE ? null : envelope.getStruct("after");
        var rowBefore = old == null ? null : before.row(old);
        var rowAfter = image == null ? null : UnchangedValues.fill(after.row(image), rowBefore);
        return new RowChange(shape.table(), operation, rowBefore, rowAfter);
    }

    private static TableShape part(TableShape shape, Collection<String> columns) {
        var kept = shape.columns().stream()
                .filter(column -> columns.contains(column.name()))
                .toList();
        var key = shape.primaryKey().stream().filter(columns::contains).toList();
        return new TableShape(
                shape.table(), kept, key.size() == shape.primaryKey().size() ? key : List.of());
    }
}
