package dev.vigia.connect.expression;

import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.ColumnType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A column in SQL, of the type that its values have in Java. */
final class ColumnSql {

    private static final String NUMBER = "^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,4})?$";
    private static final String TIME = "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]{1,9})?)?$";

    private ColumnSql() {}

    static String of(Column column, @Nullable DeclaredType declared, String alias) {
        var name = Sql.name(alias) + "." + Sql.name(column.name());
        if (column.type() == ColumnType.TEXT && declared != null && declared.type() != ColumnType.TEXT) {
            return read(name, declared);
        }
        var type = column.declared().toLowerCase(Locale.ROOT);
        return switch (column.type()) {
            case NUMBER -> number(name, type);
            case TEXT ->
                type.startsWith("text") || type.contains("varying") || type.startsWith("varchar")
                        ? name
                        : name + "::text";
            default -> name;
        };
    }

    /** By way of text: as a number at once PostgreSQL would keep 15 digits only. */
    private static String number(String name, String type) {
        if (type.startsWith("numeric") || type.startsWith("decimal")) {
            return name;
        }
        return type.startsWith("double") || type.startsWith("real") || type.startsWith("float")
                ? name + "::text::numeric"
                : name + "::numeric";
    }

    /** Text that is not written so gives null, where PostgreSQL's own casts would end the whole query. */
    private static String read(String name, DeclaredType declared) {
        if (declared.hasFormat()) {
            throw new NoSqlException("text read as \"" + declared.declared() + "\"");
        }
        return switch (declared.type()) {
            case NUMBER -> cast(name, NUMBER, "numeric");
            case TIME -> cast(name, TIME, "time");
            case BOOLEAN -> truth(name);
            case DATE -> TextTimeSql.wallTime(name, null) + "::date";
            case LOCAL_TIMESTAMP -> TextTimeSql.wallTime(name, null);
            default -> throw new NoSqlException("moments in text");
        };
    }

    private static String cast(String name, String written, String type) {
        var bare = Sql.bare(name);
        return "(case when " + bare + " ~ '" + written + "' then " + bare + "::" + type + " end)";
    }

    private static String truth(String name) {
        var bare = "lower(" + Sql.bare(name) + ")";
        return "(case when " + bare + " in ('true', 't', 'yes', 'y', '1', 'on') then true when " + bare
                + " in ('false', 'f', 'no', 'n', '0', 'off') then false end)";
    }
}
