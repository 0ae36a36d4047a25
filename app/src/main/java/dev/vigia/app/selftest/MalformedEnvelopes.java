package dev.vigia.app.selftest;

import java.util.ArrayList;
import java.util.List;

/** Malformed change events, twenty of them. */
public final class MalformedEnvelopes {

    public static final String TABLE = "public.stock";

    public static final String MAPPING = """
            source: malformed-events
            timezone: America/Sao_Paulo
            types:
              public.stock: { product: text, place: text, on_hand: number, measured_at: timestamptz, state: text }
            records:
              - to: stock.level.v1
                from: public.stock
                key: [product, place]
                fields:
                  onHand: on_hand
                  reserved: { value: state, map: { free: 0, held: 1 } }
                  measuredAt: instant(measured_at)
            """;

    private final List<Malformed> all = new ArrayList<>();

    private MalformedEnvelopes() {}

    static List<Malformed> all() {
        var events = new MalformedEnvelopes();
        events.envelopes();
        events.rows();
        return List.copyOf(events.all);
    }

    private void envelopes() {
        add("an event that is no JSON", "update stock", "unreadable");
        add("half an event", "{\"op\":\"c\",\"after\":{\"product\"", "unreadable");
        add("an event that is a list", "[1,2,3]", "unreadable");
        add("an event that is a text", "\"c\"", "unreadable");
        add("an event that is a number", "42", "unreadable");
        add("an event without row", "{\"op\":\"c\",\"before\":null,\"after\":null}", "unreadable");
        add("an unknown operation", event(row("on_hand", "5")).replace("\"c\"", "\"zap\""), "unreadable");
        add("a row that is a text", "{\"op\":\"c\",\"after\":\"P-1\"}", "unreadable");
        add("a row that is a list", "{\"op\":\"c\",\"after\":[\"P-1\"]}", "unreadable");
        add("a delete without row", "{\"op\":\"d\",\"before\":null}", "unreadable");
    }

    private void rows() {
        add("a row without key", event("{\"on_hand\":5}"), "missing-value");
        add("null in the key", event(row("product", "null")), "missing-value");
        add("an object for a text", event(row("place", "{\"city\":\"SP\"}")), "wrong-type");
        add("a text for a number", event(row("on_hand", "\"many\"")), "wrong-type");
        add("true for a number", event(row("on_hand", "true")), "wrong-type");
        add("a list for a time", event(row("measured_at", "[2026,3,2]")), "wrong-type");
        add("an event of the year 2999", event(row("measured_at", "\"2999-01-01T00:00:00Z\"")), "out-of-range");
        add("too many decimals", event(row("on_hand", "1.00001")), "does-not-fit");
        add("a state that is not mapped", event(row("state", "\"lost\"")), "unmapped-value");
        add("control characters in the row", event(row("product", "\"P\\\\u0000\"")), "control-characters");
    }

    private void add(String kind, String event, String reason) {
        all.add(Malformed.text(Way.ENVELOPE, kind, event, reason));
    }

    private static String event(String after) {
        return "{\"op\":\"c\",\"source\":{\"schema\":\"public\",\"table\":\"stock\"},\"before\":null,\"after\":" + after
                + "}";
    }

    /** A good row, but for one column. */
    private static String row(String column, String value) {
        return ("{\"product\":\"P-1\",\"place\":\"SP\",\"on_hand\":5,\"measured_at\":\"2026-03-02T08:00:00Z\","
                        + "\"state\":\"free\"}")
                .replaceFirst("\"" + column + "\":(\"[^\"]*\"|5)", "\"" + column + "\":" + value);
    }
}
