package dev.vigia.app.sim.database;

import dev.vigia.app.sim.Column;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** How values of the company are given to PostgreSQL, as parameters of statements and as fields of COPY. */
final class SqlValue {

    private static final String NULL = "\\N";

    private SqlValue() {}

    static @Nullable Object parameter(@Nullable Object value) {
        return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
    }

    static int type(Column column) {
        return switch (column.type()) {
            case TEXT -> Types.VARCHAR;
            case INTEGER -> Types.INTEGER;
            case BIGINT -> Types.BIGINT;
            case QUANTITY, MONEY -> Types.NUMERIC;
            case REAL -> Types.DOUBLE;
            case BOOLEAN -> Types.BOOLEAN;
            case DATE -> Types.DATE;
            case INSTANT -> Types.TIMESTAMP_WITH_TIMEZONE;
        };
    }

    /** In COPY's text format. */
    static String field(@Nullable Object value) {
        if (value == null) {
            return NULL;
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof String text ? escaped(text) : value.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
