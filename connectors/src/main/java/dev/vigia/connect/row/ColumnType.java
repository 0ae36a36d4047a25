package dev.vigia.connect.row;

/** What the values of a column are, as Java has them. */
public enum ColumnType {
    /** {@link Boolean}. */
    BOOLEAN,
    /** {@link java.math.BigDecimal}, whatever the width in the source. */
    NUMBER,
    /** {@link String}; also enumerations, UUIDs and JSON. */
    TEXT,
    /** {@link java.time.LocalDate}. */
    DATE,
    /** {@link java.time.LocalTime}. */
    TIME,
    /** {@link java.time.LocalDateTime}: a moment whose zone the source does not say. */
    LOCAL_TIMESTAMP,
    /** {@link java.time.Instant}. */
    INSTANT,
    /** Anything that mappings cannot read, such as bytes and arrays. */
    OTHER
}
