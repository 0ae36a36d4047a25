package dev.vigia.connect.envelope;

import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.TableShape;
import java.util.List;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * Turns the rows of one table, as an envelope's {@code before} and {@code after} have them, into rows of a shape: what
 * the shape does not name is not read. Remembers how it reads the newest schema; one thread.
 */
public final class StructRows {

    private final TableShape shape;
    private @Nullable RowReading reading;

    public StructRows(TableShape shape) {
        this.shape = shape;
    }

    /**
     * The columns of the shape that rows of this schema lack, or have in a type that cannot be read, in words; empty
     * where all is well.
     */
    public List<String> problems(Schema row) {
        return reading(row).problems();
    }

    /** Reads a row whose schema has no problems. */
    public Row row(Struct struct) {
        return reading(struct.schema()).row(struct);
    }

    private RowReading reading(Schema row) {
        var known = reading;
        if (known == null || !known.isOf(row)) {
            known = new RowReading(row, shape);
            reading = known;
        }
        return known;
    }
}
