package dev.vigia.connect.record;

import dev.vigia.connect.mapping.Found;
import dev.vigia.connect.mapping.Keyed;
import dev.vigia.connect.mapping.Made;
import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.RowChange;
import dev.vigia.connect.row.RowChange.Operation;
import dev.vigia.schema.DeleteReason;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns changes of rows into outputs, by a rule that looks nothing up. Without state; any thread. */
public final class RowByRow {

    private final Rule rule;

    public RowByRow(Rule rule) {
        this.rule = rule;
    }

    /** What a change comes to: at most a delete of the old key and an upsert, a delete or a refusal of the new. */
    public void translate(RowChange change, Consumer<Output> out) {
        var before = change.before();
        var after = change.after();
        if (after == null) {
            if (before != null) {
                delete(before, DeleteReason.DELETED, out);
            }
            return;
        }
        var made = rule.make(after, Found.nothing());
        if (before != null && hasKey(before)) {
            deleteIfRekeyed(before, made, out);
        }
        emit(change.operation(), after, made, out);
    }

    private void emit(Operation operation, Row after, Made made, Consumer<Output> out) {
        if (made instanceof Made.Mapped mapped) {
            out.accept(new Output.Upsert(rule.topic(), mapped.key(), mapped.value()));
        } else if (made instanceof Made.Refused refused) {
            out.accept(new Output.Refused(rule.topic(), refused.key(), after, refused.refusal()));
        } else if (made instanceof Made.Excluded excluded && operation == Operation.UPDATE) {
            out.accept(new Output.Delete(rule.topic(), excluded.key(), rule.type(), DeleteReason.FILTERED));
        }
    }

    private void deleteIfRekeyed(Row before, Made made, Consumer<Output> out) {
        if (rule.key(before) instanceof Keyed.Key old && !old.value().equals(keyOf(made))) {
            out.accept(new Output.Delete(rule.topic(), old.value(), rule.type(), DeleteReason.REKEYED));
        }
    }

    private void delete(Row before, DeleteReason reason, Consumer<Output> out) {
        var keyed = rule.key(before);
        if (keyed instanceof Keyed.Key key) {
            out.accept(new Output.Delete(rule.topic(), key.value(), rule.type(), reason));
        } else if (keyed instanceof Keyed.Unreadable unreadable) {
            out.accept(new Output.Refused(rule.topic(), null, before, unreadable.refusal()));
        }
    }

    private boolean hasKey(Row row) {
        return rule.keyColumns().stream().allMatch(row.shape()::has);
    }

    /** Null where the new key cannot be read: then the old one does not hold either. */
    private static @Nullable String keyOf(Made made) {
        if (made instanceof Made.Mapped mapped) {
            return mapped.key();
        }
        return made instanceof Made.Excluded excluded ? excluded.key() : ((Made.Refused) made).key();
    }
}
