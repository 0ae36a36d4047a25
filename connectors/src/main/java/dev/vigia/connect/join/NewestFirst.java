package dev.vigia.connect.join;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Values as bytes in whose order the greatest value comes first, and none last. No value's bytes begin with all of
 * another's, so that more may follow.
 */
final class NewestFirst {

    private static final int NONE = 0;
    private static final int BOOLEAN = 1;
    private static final int TEXT = 2;
    private static final int NUMBER = 3;
    private static final int INSTANT = 4;
    private static final int DATE = 5;
    private static final int LOCAL_TIMESTAMP = 6;
    private static final int TIME = 7;
    private static final int MORE = 1;
    private static final int END = 0;

    private NewestFirst() {}

    static byte[] of(@Nullable Object value) {
        var out = new ByteWriter();
        ascending(value, out);
        return inverted(out.bytes());
    }

    private static byte[] inverted(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) ~bytes[i];
        }
        return bytes;
    }

    /** Kinds come in the order of their classes' names, as lookups compare values that have nothing to do with each other. */
    private static void ascending(@Nullable Object value, ByteWriter out) {
        if (value instanceof Boolean truth) {
            out.put(BOOLEAN).put(truth ? 1 : 0);
        } else if (value instanceof String text) {
            text(text, out.put(TEXT));
        } else if (value instanceof BigDecimal number) {
            number(number, out.put(NUMBER));
        } else if (value instanceof Instant instant) {
            whole(instant.getNano(), whole(instant.getEpochSecond(), out.put(INSTANT)));
        } else if (value instanceof LocalDate date) {
            whole(date.toEpochDay(), out.put(DATE));
        } else if (value instanceof LocalDateTime moment) {
            whole(moment.toLocalDate().toEpochDay(), out.put(LOCAL_TIMESTAMP));
            whole(moment.toLocalTime().toNanoOfDay(), out);
        } else if (value instanceof LocalTime time) {
            whole(time.toNanoOfDay(), out.put(TIME));
        } else {
            out.put(NONE);
        }
    }

    /** By the halves of its characters, as Java compares texts. */
    private static void text(String text, ByteWriter out) {
        for (int i = 0; i < text.length(); i++) {
            out.put(MORE).put(text.charAt(i) >>> Byte.SIZE).put(text.charAt(i));
        }
        out.put(END);
    }

    /** Sign, then where the digits begin, then the digits; of negative numbers the two latter the other way round. */
    private static void number(BigDecimal number, ByteWriter out) {
        out.put(number.signum() + 1);
        if (number.signum() == 0) {
            return;
        }
        var stripped = number.stripTrailingZeros();
        var size = new ByteWriter();
        whole((long) stripped.precision() - stripped.scale(), size);
        for (char digit : stripped.unscaledValue().abs().toString().toCharArray()) {
            size.put(digit);
        }
        var bytes = size.put(END).bytes();
        out.raw(number.signum() < 0 ? inverted(bytes) : bytes);
    }

    private static ByteWriter whole(long value, ByteWriter out) {
        long unsigned = value ^ Long.MIN_VALUE;
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            out.put((int) (unsigned >>> shift));
        }
        return out;
    }
}
