package dev.vigia.connect.csv.cell;

import dev.vigia.connect.expression.DeclaredType;
import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.ColumnType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping says of a column, under types:.
 *
 * @param format how its values are written, such as {@code dd/MM/yyyy} or {@code 1.234,56}; null where it does not say
 */
public record Declared(ColumnType type, @Nullable String format) {

    /** What a column is of which the mapping says nothing. */
    public static final Declared TEXT = new Declared(ColumnType.TEXT, null);

    /** What the mapping declares; null where it declares nothing. */
    public static Declared of(@Nullable DeclaredType declared) {
        if (declared == null) {
            return TEXT;
        }
        var words = declared.declared().split("\\s+", 2);
        return new Declared(declared.type(), words.length > 1 ? words[1] : null);
    }

    /** A column of this type. */
    public Column column(String name) {
        var word = type.name().toLowerCase(Locale.ROOT);
        return new Column(name, type, format == null ? word : word + " " + format);
    }
}
