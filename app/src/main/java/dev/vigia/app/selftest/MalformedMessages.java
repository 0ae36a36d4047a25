package dev.vigia.app.selftest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/** Malformed MQTT messages, sixty of them. */
final class MalformedMessages {

    private static final String TOPIC = "plant/M-01/vibration";
    private static final int MEGABYTE = 1 << 20;

    private final List<Malformed> all = new ArrayList<>();

    static List<Malformed> all() {
        var messages = new MalformedMessages();
        messages.notJson();
        messages.notReadings();
        messages.values();
        messages.times();
        messages.texts();
        messages.topics();
        messages.sizes();
        return List.copyOf(messages.all);
    }

    private void notJson() {
        add("nothing at all", "", "empty");
        add("words", "vibration is high", "unreadable");
        add("a blank", " ", "unreadable");
        add("XML", "<reading machine=\"M-01\"/>", "unreadable");
        add("CSV", "M-01,vibration,1.5,mm/s", "unreadable");
        add("an object that does not end", "{\"machine\":\"M-01\",\"value\":1", "unreadable");
        add("a text that does not end", "{\"machine\":\"M-01", "unreadable");
        add("single quotes", "{'machine':'M-01'}", "unreadable");
        add("names without quotes", "{machine:\"M-01\"}", "unreadable");
        add("a comma too many", reading("value", "1.5,"), "unreadable");
        add("a comment", "/* now */" + reading("value", "1.5"), "unreadable");
        add("two objects", reading("value", "1.5") + reading("value", "2.5"), "unreadable");
        add("words after the object", reading("value", "1.5") + " thanks", "unreadable");
        add("a number with a leading zero", reading("value", "007"), "unreadable");
        add("a number with a comma", reading("value", "1,5"), "unreadable");
        add("a hexadecimal number", reading("value", "0xFF"), "unreadable");
        add("a raw line break in a text", reading("unit", "\"mm\n/s\""), "unreadable");
        bytes("a byte order mark of another encoding", utf16(), "unreadable");
        bytes("bytes that are no UTF-8", latin1(), "unreadable");
        bytes("zeros", new byte[64], "unreadable");
        bytes("compressed data", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0}, "unreadable");
    }

    private void notReadings() {
        add("null", "null", "unreadable");
        add("a bare number", "12.5", "unreadable");
        add("a bare text", "\"12.5\"", "unreadable");
        add("true", "true", "unreadable");
        add("an empty object", "{}", "missing-value");
        add("an empty array", "[]", "empty");
        add("a field twice", reading("value", "1.5,\"value\":2.5"), "unreadable");
    }

    private void values() {
        add("no value", without("value"), "missing-value");
        add("null as the value", reading("value", "null"), "missing-value");
        add("NaN", reading("value", "NaN"), "not-a-number");
        add("Infinity", reading("value", "Infinity"), "infinite");
        add("minus Infinity", reading("value", "-Infinity"), "infinite");
        add("a number that overflows", reading("value", "1e400"), "infinite");
        add("a number of ten thousand digits", reading("value", "1".repeat(10_000)), "too-large");
        add("an exponent of millions", reading("value", "1e-9999999"), "does-not-fit");
        add("a number in quotes", reading("value", "\"1.5\""), "wrong-type");
        add("a word as the value", reading("value", "\"high\""), "wrong-type");
        add("true as the value", reading("value", "true"), "wrong-type");
        add("an object as the value", reading("value", "{\"mean\":1.5}"), "wrong-type");
        add("an array as the value", reading("value", "[1.5]"), "wrong-type");
    }

    private void times() {
        add("no time", without("observedAt"), "missing-value");
        add("a time that is none", reading("observedAt", "\"yesterday\""), "wrong-type");
        add("a time without zone", reading("observedAt", "\"2026-03-02T08:00:00\""), "wrong-type");
        add("a time that does not exist", reading("observedAt", "\"2026-02-30T08:00:00Z\""), "wrong-type");
        add("milliseconds instead of a time", reading("observedAt", "1772438400000"), "wrong-type");
        add("the year 1970", reading("observedAt", "\"1970-01-01T00:00:00Z\""), "out-of-range");
        add("the year 2999", reading("observedAt", "\"2999-12-31T00:00:00Z\""), "out-of-range");
        add("a year of nine digits", reading("observedAt", "\"+999999999-12-31T23:59:59Z\""), "out-of-range");
    }

    private void texts() {
        add("no unit", without("unit"), "missing-value");
        add("a number as the unit", reading("unit", "7"), "wrong-type");
        add("control characters", reading("unit", "\"mm\\u0000\\u0007/s\""), "control-characters");
        add("half a character", reading("unit", "\"mm\\ud800\""), "unreadable");
        add("a unit of ten thousand letters", reading("unit", "\"" + "m".repeat(10_000) + "\""), "too-long");
    }

    private void topics() {
        on("plant/M-01/current", "another measure in the topic", reading("value", "1.5"), "topic-mismatch");
        on(
                "plant/m-01/vibration",
                "the machine in small letters in the topic",
                reading("value", "1.5"),
                "topic-mismatch");
        on("plant//vibration", "a topic without machine", without("machine"), "missing-value");
        on("plant/M-02/vibration", "another machine in the topic", reading("value", "1.5"), "topic-mismatch");
    }

    private void sizes() {
        add("a megabyte of one letter", "x".repeat(MEGABYTE), "unreadable");
        add("ten thousand levels", "[".repeat(10_000) + "]".repeat(10_000), "too-large");
    }

    private void add(String kind, String payload, String reason) {
        on(TOPIC, kind, payload, reason);
    }

    private void on(String topic, String kind, String payload, String reason) {
        all.add(new Malformed(kind, Way.MQTT, topic, payload.getBytes(UTF_8), reason));
    }

    private void bytes(String kind, byte[] payload, String reason) {
        all.add(new Malformed(kind, Way.MQTT, TOPIC, payload, reason));
    }

    /** A good reading, but for one field. */
    private static String reading(String field, String value) {
        return without(field).replaceFirst("}$", ",\"" + field + "\":" + value.replace("\\", "\\\\") + "}");
    }

    private static String without(String field) {
        return ("{\"machine\":\"M-01\",\"measure\":\"vibration\",\"value\":1.5,\"unit\":\"mm/s\","
                        + "\"observedAt\":\"2026-03-02T08:00:00Z\"}")
                .replaceFirst(",?\"" + field + "\":(\"[^\"]*\"|[0-9.]+)", "")
                .replace("{,", "{");
    }

    private static byte[] utf16() {
        return ("\ufeff" + "M-01 vibration").getBytes(UTF_16BE);
    }

    private static byte[] latin1() {
        return reading("unit", "\"µm\"").getBytes(ISO_8859_1);
    }
}
