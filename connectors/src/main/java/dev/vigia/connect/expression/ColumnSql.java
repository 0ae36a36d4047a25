package dev.vigia.connect.expression;

import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.ColumnType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A column in SQL, of the type that its values have in Java. */
final class ColumnSql {

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

    private static String read(String name, DeclaredType declared) {
        if (declared.declared().contains(" ")) {
            throw new NoSqlException("text read as \"" + declared.declared() + "\"");
        }
        var type = declared.declared().equals("number") ? "numeric" : declared.declared();
        return "nullif(trim(" + name + "), '')::" + type;
    }
}
