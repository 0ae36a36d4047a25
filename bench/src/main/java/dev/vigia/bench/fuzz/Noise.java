package dev.vigia.bench.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Random and hostile values, texts and bytes; the same for the same seed. One thread. */
final class Noise {

    private static final List<String> NASTY = List.of(
            "",
            " ",
            "null",
            "NaN",
            "Infinity",
            "-Infinity",
            "1e400",
            "-1e-400",
            "1e999999999",
            "007",
            "0x1F",
            "1,5",
            "1.234,56",
            "9".repeat(400),
            "9".repeat(5_000),
            "true",
            "\"",
            "''",
            "\\",
            "%s%n",
            "${jndi:ldap://x}",
            "'; drop table x; --",
            "<a/>",
            "{",
            "}",
            "[",
            "]",
            "{}",
            "[]",
            ";",
            ",",
            "\t",
            "\r",
            "\n",
            "\r\n",
            "\u0000",
            "\u0007",
            "\u2028",
            "\ufeff",
            "\ud83d\ude00",
            "é",
            "ß",
            "\u202e",
            "1970-01-01T00:00:00Z",
            "2999-12-31T00:00:00Z",
            "2026-02-30",
            "2026-03-02T08:00:00Z",
            "2026-03-02T08:00:00",
            "2026-03-02",
            "31/12/2026",
            "+999999999-12-31T23:59:59Z",
            "1772438400000",
            "-1",
            "0",
            "1",
            "1.5",
            "99999999999999999999",
            "__debezium_unavailable_value",
            "x".repeat(2_000));

    private final SplittableRandom random;

    Noise(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A number from 0, below a bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Whether it happens, once in so many times. */
    boolean onceIn(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** A text that means trouble. */
    String nasty() {
        return onceIn(4) ? text(below(40)) : one(NASTY);
    }

    /** Any characters, halves of pairs included. */
    String text(int length) {
        var text = new char[length];
        for (int i = 0; i < length; i++) {
            text[i] = (char) (onceIn(3) ? random.nextInt(0x10000) : ' ' + random.nextInt(95));
        }
        return new String(text);
    }

    /** A value of JSON: nasty, nested or absurd. */
    String json(int depth) {
        return switch (below(depth > 3 ? 6 : 9)) {
            case 0 -> "null";
            case 1 -> onceIn(2) ? "true" : "NaN";
            case 2 -> Long.toString(random.nextLong());
            case 3 -> Double.toString(random.nextDouble() * Math.pow(10, random.nextInt(-320, 320)));
            case 4 -> quoted(nasty());
            case 5 -> onceIn(50) ? "[".repeat(below(3_000)) : nasty();
            case 6 -> "[" + json(depth + 1) + "," + json(depth + 1) + "]";
            case 7 -> "{" + quoted(nasty()) + ":" + json(depth + 1) + "}";
            default -> onceIn(200) ? "9".repeat(20_000) : "\"" + nasty() + "\"";
        };
    }

    /** A text as JSON has it. */
    static String quoted(String text) {
        return "\""
                + new String(com.fasterxml.jackson.core.io.JsonStringEncoder.getInstance()
                        .quoteAsString(text)) + "\"";
    }

    /** Bytes with something done to them: now and then cut, turned, doubled or replaced. */
    byte[] spoiled(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return switch (below(12)) {
            case 0 -> Arrays.copyOf(bytes, bytes.length == 0 ? 0 : below(bytes.length));
            case 1 -> flipped(bytes);
            case 2 -> bytes(below(200));
            case 3 -> (text + text).getBytes(UTF_8);
            case 4 -> onceIn(500) ? bytes(1 << 20) : bytes;
            default -> bytes;
        };
    }

    private byte[] flipped(byte[] bytes) {
        for (int i = 0; i < 1 + bytes.length / 50 && bytes.length > 0; i++) {
            bytes[below(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
