package dev.vigia.connect.mapping;

import dev.vigia.connect.expression.RefusedException;
import dev.vigia.connect.expression.Scene;
import dev.vigia.connect.expression.Term;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.TableId;
import dev.vigia.schemas.Topic;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** A rule bound to its tables. Without state but for what it remembers of shapes; any thread. */
final class BoundRule implements Rule {

    /**
     * What a rule consists of.
     *
     * @param terms the expressions of its fields, before they are made to fit
     */
    record Parts(
            RecordSpec spec,
            Stage stage,
            KeyValue key,
            @Nullable Term where,
            String whereAt,
            List<BoundLookup> lookups,
            List<Cell> cells,
            List<BoundList> lists,
            Terms terms) {}

    private final Parts parts;
    private final Blank blank;
    private final Set<String> keyColumns;

    BoundRule(Parts parts, Set<String> keyColumns) {
        this.parts = parts;
        this.blank = new Blank(parts.spec().form(), parts.cells());
        this.keyColumns = keyColumns;
    }

    @Override
    public String name() {
        return parts.spec().name();
    }

    @Override
    public Topic topic() {
        return parts.spec().topic();
    }

    @Override
    public Class<? extends SpecificRecord> type() {
        return parts.spec().form().type();
    }

    @Override
    public TableId from() {
        return parts.spec().from();
    }

    @Override
    public List<Lookup> lookups() {
        return List.copyOf(parts.lookups());
    }

    @Override
    public Set<String> keyColumns() {
        return keyColumns;
    }

    @Override
    public Set<String> columns() {
        return parts.stage().row().names();
    }

    @Override
    public Keyed key(Row row) {
        try {
            return new Keyed.Key(KeyValue.joined(parts.key().of(parts.stage().set(row, Found.nothing()))));
        } catch (RefusedException e) {
            return new Keyed.Unreadable(unkeyed(e));
        }
    }

    @Override
    public Made make(Row row, Found found) {
        var scene = parts.stage().set(row, found);
        String[] values;
        try {
            values = parts.key().of(scene);
        } catch (RefusedException e) {
            return new Made.Refused(null, unkeyed(e));
        }
        var key = KeyValue.joined(values);
        try {
            return excludes(scene) ? new Made.Excluded(key) : new Made.Mapped(key, record(values, scene, found));
        } catch (Cell.RefusedHere e) {
            return new Made.Refused(key, e.refusal());
        } catch (RefusedException e) {
            return new Made.Refused(key, Cell.refusal("where", e, parts.whereAt()));
        }
    }

    private Refusal unkeyed(RefusedException e) {
        return Cell.refusal("key", e, parts.key().where());
    }

    private boolean excludes(Scene scene) {
        var where = parts.where();
        return where != null && !Boolean.TRUE.equals(where.value(scene));
    }

    private SpecificRecord record(String[] key, Scene scene, Found found) {
        checkLookups(scene, found);
        var record = blank.make();
        parts.key().fill(record, key);
        for (var cell : parts.cells()) {
            cell.fill(record, scene);
        }
        for (var list : parts.lists()) {
            list.fill(record, scene, found);
        }
        return record;
    }

    /** A lookup that found nothing because what it looks for cannot be used: says so, and does not pass for null. */
    private void checkLookups(Scene scene, Found found) {
        for (var lookup : parts.lookups()) {
            if (found.by(lookup.name()).isEmpty()) {
                lookup.check(scene);
            }
        }
    }

    Parts parts() {
        return parts;
    }
}
