package dev.vigia.app.map.check;

import dev.vigia.connect.mapping.Mapping;
import dev.vigia.connect.mapping.Salt;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.Unusable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows values to people, those of hashed columns as hashes. */
final class Shown {

    private final Mapping mapping;
    private final Salt salt;

    Shown(Mapping mapping, Salt salt) {
        this.mapping = mapping;
        this.salt = salt;
    }

    String value(TableId table, String column, @Nullable Object value) {
        if (value == null) {
            return "null";
        }
        var text = text(value);
        return mapping.hashedColumns(table).contains(column) ? salt.hash(text) : text;
    }

    /** What was looked for in some columns of a table. */
    String values(TableId table, List<String> columns, List<Object> values) {
        var shown = new ArrayList<String>();
        for (int i = 0; i < columns.size(); i++) {
            shown.add(columns.get(i) + " = " + value(table, columns.get(i), values.get(i)));
        }
        return shown.stream().collect(Collectors.joining(", "));
    }

    private static String text(Object value) {
        if (value instanceof Unusable unusable) {
            return unusable.text();
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
