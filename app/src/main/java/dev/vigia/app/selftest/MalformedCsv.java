package dev.vigia.app.selftest;

import java.util.ArrayList;
import java.util.List;

/** Malformed lines of a CSV file, twenty of them. */
public final class MalformedCsv {

    /** The first line of the file that holds them. */
    public static final String HEADER = "product,place,on_hand,measured_at,state";

    public static final String MAPPING = """
            source: malformed-csv
            timezone: America/Sao_Paulo
            types:
              stock.csv: { product: text, place: text, on_hand: number, measured_at: timestamptz, state: text }
            records:
              - to: stock.level.v1
                from: stock.csv
                key: [product, place]
                fields:
                  onHand: on_hand
                  reserved: { value: state, map: { free: 0, held: 1 } }
                  measuredAt: instant(measured_at)
            """;

    private static final String AT = "2026-03-02T08:00:00Z";

    private final List<Malformed> all = new ArrayList<>();

    private MalformedCsv() {}

    static List<Malformed> all() {
        var lines = new MalformedCsv();
        lines.shapes();
        lines.values();
        return List.copyOf(lines.all);
    }

    private void shapes() {
        add("too few fields", "P-1,SP,5", "unreadable");
        add("too many fields", "P-1,SP,5," + AT + ",free,more,and more", "unreadable");
        add("one word", "total", "unreadable");
        add("text after a quote", "\"P-1\"x,SP,5," + AT + ",free", "unreadable");
        add("another separator", "P-1;SP;5;" + AT + ";free", "unreadable");
        add("a key of a thousand letters", "P".repeat(1_000) + ",SP,5," + AT + ",free", "too-long");
    }

    private void values() {
        add("no product", ",SP,5," + AT + ",free", "missing-value");
        add("no time of measurement", "P-1,SP,5,,free", "missing-value");
        add("a word for a number", "P-1,SP,many," + AT + ",free", "wrong-type");
        add("a number of two points", "P-1,SP,1.2.3," + AT + ",free", "wrong-type");
        add("a number with its unit", "P-1,SP,5 kg," + AT + ",free", "wrong-type");
        add("NaN in a column of numbers", "P-1,SP,NaN," + AT + ",free", "not-a-number");
        add("Infinity in a column of numbers", "P-1,SP,Infinity," + AT + ",free", "infinite");
        add("decimals that do not fit", "P-1,SP,1.00001," + AT + ",free", "does-not-fit");
        add("more digits than fit", "P-1,SP,99999999999999999," + AT + ",free", "does-not-fit");
        add("a day that does not exist", "P-1,SP,5,2026-02-30T08:00:00Z,free", "unreadable");
        add("a time in words", "P-1,SP,5,noon,free", "unreadable");
        add("a line of the year 1970", "P-1,SP,5,1970-01-01T00:00:00Z,free", "out-of-range");
        add("a value that is not mapped", "P-1,SP,5," + AT + ",lost", "unmapped-value");
        add("control characters in a key", "P\u0001-1,SP,5," + AT + ",free", "control-characters");
    }

    private void add(String kind, String line, String reason) {
        all.add(Malformed.text(Way.CSV, kind, line, reason));
    }
}
