package dev.vigia.connect.expression;

import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.ColumnType;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.TableShape;
import dev.vigia.connect.row.Unusable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one table that expressions read. A row may come with another shape than was bound, such as its primary
 * key alone: where the columns stand in it is found once and remembered.
 */
public final class Source {

    /** Where the columns stand in rows of one shape. */
    final class Places {

        private final TableShape shape;
        private final int[] places;
        private final @Nullable DeclaredType[] readers;
        private final Class<?>[] types;

        Places(TableShape shape) {
            this.shape = shape;
            this.places = new int[columns.size()];
            this.readers = new DeclaredType[columns.size()];
            this.types = columns.stream()
                    .map(column -> Kind.of(column.type()).javaType())
                    .toArray(Class<?>[]::new);
            for (int slot = 0; slot < places.length; slot++) {
                places[slot] = place(slot);
            }
        }

        private int place(int slot) {
            var wanted = columns.get(slot);
            if (!shape.has(wanted.name())) {
                return MISSING;
            }
            var type = shape.column(wanted.name()).type();
            if (type == ColumnType.TEXT && wanted.type() != ColumnType.TEXT) {
                readers[slot] = declared.get(wanted.name());
            }
            return shape.indexOf(wanted.name());
        }

        @Nullable
        Object value(Row row, int slot) {
            int place = places[slot];
            if (place == MISSING) {
                throw new RefusedException(
                        Reason.MISSING_COLUMN,
                        "the row has no column \"" + columns.get(slot).name() + "\"");
            }
            var reader = readers[slot];
            var value = row.get(place);
            return checked(reader != null && value instanceof String text ? reader.read(text) : value, slot);
        }

        private @Nullable Object checked(@Nullable Object value, int slot) {
            if (value == null || (types[slot].isInstance(value) && !(value instanceof Unusable))) {
                return value instanceof BigDecimal number ? Numbers.sane(number) : value;
            }
            throw refused(value, columns.get(slot));
        }
    }

    private static final int MISSING = -1;
    private static final int REMEMBERED = 4;

    private final TableShape shape;
    private final Map<String, DeclaredType> declared;
    private final Set<String> secret;
    private final List<Column> columns = new ArrayList<>();
    private volatile Places[] recent = {};

    /**
     * Columns of a table.
     *
     * @param declared how columns are to be read that come as text
     * @param secret columns whose values nobody may see
     */
    public Source(TableShape shape, Map<String, DeclaredType> declared, Set<String> secret) {
        this.shape = shape;
        this.declared = declared;
        this.secret = secret;
    }

    /** A column as an expression of the row in the given place of the scene. */
    public Term column(String name, int number, String alias) {
        if (!shape.has(name)) {
            throw new WrongExpressionException("column \"" + name + "\" is not in "
                    + shape.table().name() + ". "
                    + Names.hint(
                            name, shape.columns().stream().map(Column::name).toList()));
        }
        var column = typed(shape.column(name));
        int slot = slot(column);
        var term = Term.of(Kind.of(column.type()), scene -> scene.value(number, slot), () -> sql(column, alias));
        return secret.contains(name) ? term.and(Trait.SECRET) : term;
    }

    /** The columns that expressions read. */
    public Set<String> names() {
        return columns.stream().map(Column::name).collect(Collectors.toUnmodifiableSet());
    }

    private Column typed(Column column) {
        var type = declared.get(column.name());
        if (type == null || type.type() == column.type()) {
            return column;
        }
        if (column.type() != ColumnType.TEXT) {
            throw new WrongExpressionException("column \"" + column.name() + "\" is declared a " + type.declared()
                    + " under types, but it is " + Kind.of(column.type()).words() + " in " + shape.table()
                    + ": leave it out of types");
        }
        return new Column(column.name(), type.type(), column.declared());
    }

    private int slot(Column column) {
        int known = columns.indexOf(column);
        if (known >= 0) {
            return known;
        }
        columns.add(column);
        recent = new Places[0];
        return columns.size() - 1;
    }

    private String sql(Column column, String alias) {
        return ColumnSql.of(shape.column(column.name()), declared.get(column.name()), alias);
    }

    @SuppressWarnings(
            "ReferenceEquality") // Rows of one table share one shape; to compare all of it costs more than it saves.
    Places placesIn(TableShape of) {
        for (var known : recent) {
            if (known.shape == of) {
                return known;
            }
        }
        return remember(new Places(of));
    }

    /** The newest first; a race loses at most a memory. */
    private Places remember(Places places) {
        var known = recent;
        var all = new Places[Math.min(known.length + 1, REMEMBERED)];
        all[0] = places;
        System.arraycopy(known, 0, all, 1, all.length - 1);
        recent = all;
        return places;
    }

    private RefusedException refused(Object value, Column column) {
        var name = "column \"" + column.name() + "\"";
        if (value instanceof Unusable unusable) {
            var why = secret.contains(column.name()) ? "its value cannot be used" : unusable.detail();
            return new RefusedException(unusable.reason(), name + ": " + why);
        }
        return new RefusedException(
                Reason.WRONG_TYPE, name + " was " + Kind.of(column.type()).words() + " and is none in this row");
    }

    @Override
    public String toString() {
        return shape.table() + Arrays.toString(columns.toArray());
    }
}
