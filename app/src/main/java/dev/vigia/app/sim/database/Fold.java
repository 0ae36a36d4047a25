package dev.vigia.app.sim.database;

import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.RowChange.Kind;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two changes of one row made one. */
final class Fold {

    private Fold() {}

    /** Their common effect; null when the row appears and is gone again. */
    static @Nullable RowChange of(RowChange first, RowChange second) {
        return switch (first.kind()) {
            case INSERT -> afterInsert(first, second);
            case UPDATE -> afterUpdate(first, second);
            case DELETE -> afterDelete(first, second);
        };
    }

    private static @Nullable RowChange afterInsert(RowChange first, RowChange second) {
        return switch (second.kind()) {
            case INSERT -> throw impossible(first, second);
            case UPDATE -> merged(first, second);
            case DELETE -> null;
        };
    }

    private static RowChange afterUpdate(RowChange first, RowChange second) {
        return switch (second.kind()) {
            case INSERT -> throw impossible(first, second);
            case UPDATE -> merged(first, second);
            case DELETE -> second;
        };
    }

    private static RowChange afterDelete(RowChange first, RowChange second) {
        if (second.kind() == Kind.INSERT) {
            return new RowChange(second.at(), second.table(), Kind.UPDATE, second.values());
        }
        throw impossible(first, second);
    }

    private static RowChange merged(RowChange first, RowChange second) {
        Map<String, @Nullable Object> values = new HashMap<>(first.values());
        values.putAll(second.values());
        return new RowChange(second.at(), first.table(), first.kind(), values);
    }

    private static IllegalStateException impossible(RowChange first, RowChange second) {
        return new IllegalStateException("%s: row %s meets %s at %s after %s at %s"
                .formatted(first.table().name(), first.key(), second.kind(), second.at(), first.kind(), first.at()));
    }
}
