package dev.vigia.app.selftest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Stream;

/**
 * One kind of malformed input, and what is to become of it: one dead letter with this reason.
 *
 * @param kind what is wrong with it, for people; unique
 * @param topic the MQTT topic on which it comes; empty for the other ways in
 * @param reason as its dead letter has it
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Malformed(String kind, Way way, String topic, byte[] input, String reason) {

    /** All kinds: a hundred. */
    public static List<Malformed> all() {
        return Stream.of(MalformedMessages.all(), MalformedCsv.all(), MalformedEnvelopes.all())
                .flatMap(List::stream)
                .toList();
    }

    static Malformed text(Way way, String kind, String input, String reason) {
        return new Malformed(kind, way, "", input.getBytes(UTF_8), reason);
    }

    @Override
    public String toString() {
        return way + " " + kind;
    }
}
