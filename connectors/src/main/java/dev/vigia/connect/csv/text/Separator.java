package dev.vigia.connect.csv.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** Which character stands between the fields of a file: the one that cuts its first lines most evenly. */
public final class Separator {

    private static final int LINES = 100;
    private static final List<Character> KNOWN = List.of(',', ';', '\t', '|');

    private Separator() {}

    /** What was named, or else what the first lines say, given the columns that the mapping hopes to find. */
    public static char of(byte[] beginning, Encoding encoding, Set<String> wanted, @Nullable String named) {
        return named == null ? detected(beginning, encoding, wanted) : parse(named);
    }

    /** How people call it. */
    public static String words(char separator) {
        return separator == '\t' ? "tab" : "'" + separator + "'";
    }

    private static char parse(String named) {
        var text = named.equalsIgnoreCase("tab") || named.equals("\\t") ? "\t" : named;
        if (text.length() != 1 || text.charAt(0) == '"' || (text.isBlank() && !text.equals("\t"))) {
            throw new ConfigException("--separator " + named + " is no separator: give one character, or tab.");
        }
        return text.charAt(0);
    }

    /** How a separator cuts the first lines: names that are wanted, lines like the header, fields of it. */
    private record Cut(char separator, long wanted, long even, int fields) {}

    private static char detected(byte[] beginning, Encoding encoding, Set<String> wanted) {
        var best = KNOWN.stream()
                .map(separator -> cut(separator, beginning, encoding, wanted))
                .filter(cut -> cut.fields() > 1)
                .max(Comparator.comparingLong(Cut::wanted)
                        .thenComparingLong(Cut::even)
                        .thenComparingInt(Cut::fields));
        return best.isEmpty() ? ',' : best.get().separator();
    }

    private static Cut cut(char separator, byte[] beginning, Encoding encoding, Set<String> wanted) {
        var lines = first(beginning, encoding, separator);
        var header = lines.isEmpty() ? new String[0] : lines.get(0);
        long known =
                Stream.of(header).map(String::strip).filter(wanted::contains).count();
        long even = lines.stream().filter(line -> line.length == header.length).count();
        return new Cut(separator, known, even, header.length);
    }

    private static List<String[]> first(byte[] beginning, Encoding encoding, char separator) {
        var found = new ArrayList<String[]>();
        var fields = new Fields(separator);
        try {
            var lines = new Lines(new ByteArrayInputStream(beginning), encoding, separator);
            for (var line = lines.next(); line != null && found.size() < LINES; line = lines.next()) {
                var cut = line.problem() == null && !line.isBlank() ? fields.of(line) : null;
                if (cut != null) {
                    found.add(cut);
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
