package dev.vigia.connect.postgres;

import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.ColumnType;
import dev.vigia.connect.row.TableShape;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds rows by values of some columns, so that indexes on those columns serve where there are any. */
final class Match {

    private static final Set<String> WHOLE_NUMBERS = Set.of("smallint", "integer", "bigint");

    /** Declared types whose values compare as Java's do. */
    private static final Set<String> AS_IT_IS = Set.of(
            "numeric",
            "text",
            "character varying",
            "boolean",
            "date",
            "time without time zone",
            "timestamp without time zone",
            "timestamp with time zone");

    private final List<Column> columns;

    Match(TableShape shape, List<String> columns) {
        this.columns = columns.stream().map(shape::column).toList();
    }

    /** What follows the table, which is called {@code t}. */
    String condition() {
        var arrays = new ArrayList<String>();
        var names = new ArrayList<String>();
        var equal = new ArrayList<String>();
        for (int i = 0; i < columns.size(); i++) {
            arrays.add("?::" + type(columns.get(i)) + "[]");
            names.add("w" + i);
            equal.add(left(columns.get(i)) + " = wanted.w" + i);
        }
        return " join unnest(" + String.join(", ", arrays) + ") as wanted (" + String.join(", ", names) + ") on "
                + String.join(" and ", equal);
    }

    void fill(PreparedStatement statement, Collection<List<Object>> wanted) throws SQLException {
        var usable =
                wanted.stream().map(this::texts).filter(texts -> texts != null).toList();
        for (int i = 0; i < columns.size(); i++) {
            int place = i;
            var values = usable.stream().map(texts -> texts.get(place)).toArray();
            statement.setArray(i + 1, statement.getConnection().createArrayOf("text", values));
        }
    }

    /** The values as PostgreSQL reads them; null where one of them cannot stand in its column. */
    private @Nullable List<String> texts(List<Object> values) {
        var texts = new ArrayList<String>();
        for (int i = 0; i < values.size(); i++) {
            var text = text(columns.get(i), values.get(i));
            if (text == null) {
                return null;
            }
            texts.add(text);
        }
        return texts;
    }

    private static @Nullable String text(Column column, Object value) {
        if (column.type() == ColumnType.NUMBER) {
            return value instanceof BigDecimal number && fits(column, number) ? number.toPlainString() : null;
        }
        return value.toString();
    }

    private static boolean fits(Column column, BigDecimal number) {
        var bare = number.stripTrailingZeros();
        return !WHOLE_NUMBERS.contains(column.declared())
                || (bare.scale() <= 0 && bare.precision() - bare.scale() <= 18);
    }

    /** Without a length, which would cut what is compared. */
    private static String type(Column column) {
        return switch (column.type()) {
            case NUMBER -> WHOLE_NUMBERS.contains(column.declared()) ? "bigint" : "numeric";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case TIME -> "time";
            case LOCAL_TIMESTAMP -> "timestamp";
            case INSTANT -> "timestamptz";
            case TEXT, OTHER -> "text";
        };
    }

    /** The column as it is where that can be compared exactly, so that its index serves; else by way of its text. */
    private static String left(Column column) {
        var name = "t." + SqlNames.quoted(column.name());
        var declared = column.declared().replaceFirst("\\(.*?\\)", "");
        boolean asItIs = AS_IT_IS.contains(declared) || WHOLE_NUMBERS.contains(declared);
        return asItIs ? name : name + "::text::" + type(column);
    }
}
