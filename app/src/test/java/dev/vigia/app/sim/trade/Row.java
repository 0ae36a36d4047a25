package dev.vigia.app.sim.trade;

import dev.vigia.app.sim.Column;
import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row as it stands in a table. */
final class Row {

    private static final Map<Column.Type, Class<?>> TYPES = Map.of(
            Column.Type.TEXT, String.class,
            Column.Type.INTEGER, Integer.class,
            Column.Type.BIGINT, Long.class,
            Column.Type.QUANTITY, BigDecimal.class,
            Column.Type.MONEY, BigDecimal.class,
            Column.Type.REAL, Double.class,
            Column.Type.BOOLEAN, Boolean.class,
            Column.Type.DATE, LocalDate.class,
            Column.Type.INSTANT, Instant.class);

    private final Table table;
    private final @Nullable Object[] values;

    Row(Table table) {
        this.table = table;
        this.values = new Object[table.columns().size()];
    }

    static Row of(RowChange change) {
        var row = new Row(change.table());
        row.write(change);
        return row;
    }

    static List<Object> key(RowChange change) {
        return change.table().key().stream()
                .map(column -> Objects.requireNonNull(change.values().get(column.name()), column.name()))
                .toList();
    }

    boolean isOfType(Column column) {
        var value = value(column.name());
        return value == null || Objects.requireNonNull(TYPES.get(column.type())).isInstance(value);
    }

    void write(RowChange change) {
        change.values().forEach((column, value) -> values[place(column)] = value);
    }

    @Nullable
    Object value(String column) {
        return values[place(column)];
    }

    String text(String column) {
        return value(column, String.class);
    }

    BigDecimal number(String column) {
        return value(column, BigDecimal.class);
    }

    int integer(String column) {
        return value(column, Integer.class);
    }

    long id(String column) {
        return value(column, Long.class);
    }

    double real(String column) {
        return value(column, Double.class);
    }

    LocalDate date(String column) {
        return value(column, LocalDate.class);
    }

    Instant instant(String column) {
        return value(column, Instant.class);
    }

    private <T> T value(String column, Class<T> type) {
        return type.cast(Objects.requireNonNull(value(column), column));
    }

    private int place(String column) {
        for (int place = 0; place < values.length; place++) {
            if (table.columns().get(place).name().equals(column)) {
                return place;
            }
        }
        throw new IllegalArgumentException(table.name() + " has no column " + column);
    }
}
