package dev.vigia.connect.expression;

import dev.vigia.connect.row.Row;
import org.jspecify.annotations.Nullable;

/** The rows that an expression is computed from, one a source; a row may be missing, and then all its columns are null. */
public final class Scene {

    private final @Nullable Row[] rows;
    private final Source.@Nullable Places[] places;

    public Scene(int sources) {
        this.rows = new Row[sources];
        this.places = new Source.Places[sources];
    }

    /** Puts a row of a source in its place. */
    public Scene with(int number, Source source, Row row) {
        rows[number] = row;
        places[number] = source.placesIn(row.shape());
        return this;
    }

    /** The same rows in a scene of its own, to put another row into. */
    public Scene copy() {
        var copy = new Scene(rows.length);
        System.arraycopy(rows, 0, copy.rows, 0, rows.length);
        System.arraycopy(places, 0, copy.places, 0, rows.length);
        return copy;
    }

    @Nullable
    Object value(int source, int slot) {
        var row = rows[source];
        var place = places[source];
        return row == null || place == null ? null : place.value(row, slot);
    }
}
