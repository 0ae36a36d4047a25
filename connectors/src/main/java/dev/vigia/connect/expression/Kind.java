package dev.vigia.connect.expression;

import dev.vigia.connect.row.ColumnType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** What an expression gives. */
public enum Kind {
    BOOLEAN("a truth value", Boolean.class),
    NUMBER("a number", BigDecimal.class),
    TEXT("text", String.class),
    DATE("a date", LocalDate.class),
    TIME("a time of day", LocalTime.class),
    LOCAL_TIMESTAMP("a timestamp without time zone", LocalDateTime.class),
    INSTANT("a timestamp with time zone", Instant.class),
    /** What local(...) and instant(...) give: somebody said what the time means. */
    MOMENT("a moment", Instant.class),
    OTHER("of a type that mappings cannot read", Object.class),
    /** The constant null. */
    NOTHING("null", Object.class);

    private final String words;
    private final Class<?> javaType;

    Kind(String words, Class<?> javaType) {
        this.words = words;
        this.javaType = javaType;
    }

    /** As people say it, after the word "is". */
    public String words() {
        return words;
    }

    /** The class of its values. */
    public Class<?> javaType() {
        return javaType;
    }

    /** The kind of a column's values. */
    public static Kind of(ColumnType type) {
        return valueOf(type.name());
    }

    /** Whether values of both can be compared with each other. */
    boolean comparesWith(Kind other) {
        return this == NOTHING
                || other == NOTHING
                || (this == other && this != OTHER)
                || (javaType == Instant.class && other.javaType == Instant.class);
    }
}
