package dev.vigia.connect.join;

import dev.vigia.connect.mapping.Lookup;
import dev.vigia.connect.row.Unusable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of rows as bytes and back, exactly: digits after the point and nanoseconds included. */
final class ValueCodec {

    private static final int NULL = 0;
    private static final int FALSE = 1;
    private static final int TRUE = 2;
    private static final int NUMBER = 3;
    private static final int LONG_NUMBER = 4;
    private static final int TEXT = 5;
    private static final int DATE = 6;
    private static final int TIME = 7;
    private static final int LOCAL_TIMESTAMP = 8;
    private static final int INSTANT = 9;
    private static final int UNUSABLE = 10;

    private ValueCodec() {}

    /** Values that are compared: equal numbers are equal bytes, however many zeros they end in. */
    static void writeComparable(List<? extends @Nullable Object> values, ByteWriter out) {
        for (var value : values) {
            write(value == null ? null : Lookup.canonical(value), out);
        }
    }

    static void write(@Nullable Object value, ByteWriter out) {
        if (value == null) {
            out.put(NULL);
        } else if (value instanceof Boolean truth) {
            out.put(truth ? TRUE : FALSE);
        } else if (value instanceof BigDecimal number) {
            number(number, out);
        } else if (value instanceof String text) {
            out.put(TEXT).text(text);
        } else if (value instanceof Unusable unusable) {
            out.put(UNUSABLE).text(unusable.text()).text(unusable.reason()).text(unusable.detail());
        } else {
            moment(value, out);
        }
    }

    private static void number(BigDecimal number, ByteWriter out) {
        var digits = number.unscaledValue();
        if (digits.bitLength() < Long.SIZE) {
            out.put(NUMBER).number(number.scale()).number(digits.longValue());
        } else {
            out.put(LONG_NUMBER).number(number.scale()).block(digits.toByteArray());
        }
    }

    private static void moment(Object value, ByteWriter out) {
        if (value instanceof LocalDate date) {
            out.put(DATE).number(date.toEpochDay());
        } else if (value instanceof LocalTime time) {
            out.put(TIME).number(time.toNanoOfDay());
        } else if (value instanceof LocalDateTime moment) {
            out.put(LOCAL_TIMESTAMP)
                    .number(moment.toLocalDate().toEpochDay())
                    .number(moment.toLocalTime().toNanoOfDay());
        } else if (value instanceof Instant instant) {
            out.put(INSTANT).number(instant.getEpochSecond()).number(instant.getNano());
        } else {
            throw new IllegalArgumentException(
                    "rows cannot hold a " + value.getClass().getName());
        }
    }

    static @Nullable Object read(ByteReader in) {
        int kind = in.take();
        return switch (kind) {
            case NULL -> null;
            case FALSE -> false;
            case TRUE -> true;
            case NUMBER -> {
                int scale = (int) in.number();
                yield BigDecimal.valueOf(in.number(), scale);
            }
            case LONG_NUMBER -> {
                int scale = (int) in.number();
                yield new BigDecimal(new BigInteger(in.block()), scale);
            }
            case TEXT -> in.text();
            case DATE -> LocalDate.ofEpochDay(in.number());
            case TIME -> LocalTime.ofNanoOfDay(in.number());
            case LOCAL_TIMESTAMP ->
                LocalDateTime.of(LocalDate.ofEpochDay(in.number()), LocalTime.ofNanoOfDay(in.number()));
            case INSTANT -> Instant.ofEpochSecond(in.number(), in.number());
            case UNUSABLE -> new Unusable(in.text(), in.text(), in.text());
            default -> throw new IllegalStateException("no value begins with " + kind + ": the state is damaged");
        };
    }
}
