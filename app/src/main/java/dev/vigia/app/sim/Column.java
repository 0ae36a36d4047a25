package dev.vigia.app.sim;

/** A column of a company table, and the Java type its values have. */
public record Column(String name, Type type) {

    /** What a column holds; money and quantities keep the scale of the contracts. */
    public enum Type {
        /** {@link String}. */
        TEXT,
        /** {@link Integer}. */
        INTEGER,
        /** {@link Long}. */
        BIGINT,
        /** {@link java.math.BigDecimal}, numeric(18,3). */
        QUANTITY,
        /** {@link java.math.BigDecimal}, numeric(18,2). */
        MONEY,
        /** {@link Double}, for measures and ground truth. */
        REAL,
        /** {@link Boolean}. */
        BOOLEAN,
        /** {@link java.time.LocalDate}. */
        DATE,
        /** {@link java.time.Instant}, timestamptz. */
        INSTANT
    }
}
