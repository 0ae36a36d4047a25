package dev.vigia.connect.join;

import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import dev.vigia.connect.row.Unusable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kept rows of one table, found by primary key and by each of its indexes. */
final class Rows {

    private static final byte[] NO_VALUE = {};

    private final TableShape shape;
    private final List<Index> indexes;
    private final Kept kept;
    private final Store store;
    private final byte[] prefix;
    private final Map<Integer, List<String>> versions = new HashMap<>();
    private int version;

    Rows(TableShape shape, List<Index> indexes, Kept kept, Store store) {
        this.shape = shape;
        this.indexes = indexes;
        this.kept = kept;
        this.store = store;
        this.prefix = Prefix.rows(shape.table());
    }

    TableId table() {
        return shape.table();
    }

    List<Index> indexes() {
        return indexes;
    }

    /** Reads under which shapes rows of this epoch were stored, and makes the present one known. */
    void open() {
        versions.clear();
        var shapes = Prefix.shapes(table());
        kept.scan(shapes, entry -> {
            if (!entry.isStale()) {
                int stored = (int) Prefix.after(shapes, entry.key().array()).number();
                versions.put(stored, names(entry.value()));
            }
        });
        var now = shape.columns().stream().map(Column::name).toList();
        version = versions.entrySet().stream()
                .filter(known -> known.getValue().equals(now))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> addVersion(now));
    }

    private int addVersion(List<String> columns) {
        int next = versions.keySet().stream().mapToInt(each -> each + 1).max().orElse(0);
        var out = new ByteWriter();
        columns.forEach(out::text);
        kept.put(
                Prefix.join(
                        Prefix.shapes(table()), new ByteWriter().number(next).bytes()),
                out.bytes());
        versions.put(next, columns);
        return next;
    }

    private static List<String> names(ByteReader in) {
        var names = new ArrayList<String>();
        while (in.hasMore()) {
            names.add(in.text());
        }
        return names;
    }

    /** The primary key of a row, as bytes. */
    byte[] identity(Row row) {
        var out = new ByteWriter();
        ValueCodec.writeComparable(
                shape.primaryKey().stream().<@Nullable Object>map(row::get).toList(), out);
        return out.bytes();
    }

    /** Whether the row is another one afterwards, so far as the source says what it was before. */
    boolean isRekeyed(Row before, Row after) {
        return shape.primaryKey().stream().allMatch(before.shape()::has)
                && !Arrays.equals(identity(before), identity(after));
    }

    /** The row as this table has it: its columns, in their order. */
    Row fitted(Row row) {
        if (row.shape().equals(shape)) {
            return row;
        }
        return new Row(
                shape,
                shape.columns().stream()
                        .<@Nullable Object>map(column ->
                                row.shape().has(column.name()) ? row.get(column.name()) : missing(column.name()))
                        .toArray());
    }

    private Unusable missing(String column) {
        return new Unusable(
                "",
                "missing-column",
                "column \"" + column + "\" of " + table()
                        + " was not there when the row was stored: begin a new epoch, or update the row");
    }

    @Nullable
    Row get(byte[] identity) {
        var value = kept.current(Prefix.join(prefix, identity));
        return value == null ? null : read(value);
    }

    /** The rows at an address of one of its indexes; of one with an order only those that are newest. */
    List<Row> at(Index index, Bytes address) {
        var found = new ArrayList<Row>();
        if (isPrimaryKey(index)) {
            add(found, get(new ByteReader(address.array()).skipNumber().rest()));
            return found;
        }
        var entries = Prefix.index(address);
        var newest = new byte[1][];
        store.scan(entries, (key, value) -> {
            var rest = Prefix.after(entries, key);
            var place = rest.take(new ByteReader(value).numberOrNone());
            if (newest[0] != null && !Arrays.equals(newest[0], place)) {
                return false;
            }
            newest[0] = place;
            add(found, get(rest.rest()));
            return true;
        });
        return found;
    }

    private static void add(List<Row> found, @Nullable Row row) {
        if (row != null) {
            found.add(row);
        }
    }

    /** Puts the row that now holds in place of the one before. */
    void replace(byte[] identity, @Nullable Row before, @Nullable Row after) {
        var key = Prefix.join(prefix, identity);
        if (after == null) {
            kept.deleteLate(key);
        } else {
            kept.putLate(key, bytes(after));
        }
        reindex(identity, before, after);
    }

    private void reindex(byte[] identity, @Nullable Row before, @Nullable Row after) {
        for (var index : indexes) {
            var old = entry(index, identity, before);
            var now = entry(index, identity, after);
            if (old != null && !old.equals(now)) {
                store.delete(old.array());
            }
            if (now != null && after != null && !now.equals(old)) {
                int place = index.place(after).length;
                store.put(
                        now.array(),
                        place == 0 ? NO_VALUE : new ByteWriter().number(place).bytes());
            }
        }
    }

    /** The key under which an index finds a row: its address, its place there, and who it is; null where it never does. */
    private @Nullable Bytes entry(Index index, byte[] identity, @Nullable Row row) {
        var address = isPrimaryKey(index) ? null : index.address(row);
        return address == null || row == null
                ? null
                : Bytes.of(Prefix.join(Prefix.join(Prefix.index(address), index.place(row)), identity));
    }

    /** Makes the indexes anew from the rows. */
    void derive() {
        scan(identity -> reindex(identity, null, get(identity)));
    }

    /** Visits the primary keys of all rows. */
    void scan(Visitor visitor) {
        kept.scan(prefix, entry -> {
            if (!entry.isStale()) {
                visitor.visit(Prefix.after(prefix, entry.key().array()).rest());
            }
        });
    }

    byte[] bytes(Row row) {
        var out = new ByteWriter().number(version);
        for (int i = 0; i < shape.columns().size(); i++) {
            ValueCodec.write(row.get(i), out);
        }
        return out.bytes();
    }

    private Row read(ByteReader in) {
        int stored = (int) in.number();
        var names = versions.get(stored);
        if (names == null) {
            throw new IllegalStateException(
                    "a row of " + table() + " has shape " + stored + ", which is not kept: begin a new epoch");
        }
        return stored == version ? new Row(shape, values(in, names.size())) : converted(names, in);
    }

    private Row converted(List<String> names, ByteReader in) {
        var values = new HashMap<String, @Nullable Object>();
        names.forEach(name -> values.put(name, ValueCodec.read(in)));
        return new Row(
                shape,
                shape.columns().stream()
                        .<@Nullable Object>map(column ->
                                values.containsKey(column.name()) ? values.get(column.name()) : missing(column.name()))
                        .toArray());
    }

    private static @Nullable Object[] values(ByteReader in, int count) {
        var values = new @Nullable Object[count];
        for (int i = 0; i < count; i++) {
            values[i] = ValueCodec.read(in);
        }
        return values;
    }

    private boolean isPrimaryKey(Index index) {
        return index.columns().equals(shape.primaryKey());
    }

    /** Told of each primary key. */
    interface Visitor {
        void visit(byte[] identity);
    }
}
