package dev.vigia.connect.csv;

import dev.vigia.connect.csv.cell.Cells;
import dev.vigia.connect.csv.cell.Chosen;
import dev.vigia.connect.csv.cell.Declared;
import dev.vigia.connect.csv.cell.Formats;
import dev.vigia.connect.csv.text.Encoding;
import dev.vigia.connect.csv.text.Fields;
import dev.vigia.connect.csv.text.Line;
import dev.vigia.connect.csv.text.Lines;
import dev.vigia.connect.csv.text.Separator;
import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.TableShape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** A file whose beginning has been understood: its columns are known, its rules bound, its lines still to come. One thread. */
final class CsvFile implements AutoCloseable {

    /** Lines that are looked at to find out how columns are written. */
    private static final int SAMPLE = 1_000;

    private final RawFile raw;
    private final CsvTable table;
    private final Encoding encoding;
    private final char separator;
    private final Fields fields;
    private final Lines lines;
    private final Header header;
    private final TableShape shape;
    private final List<Chosen> chosen;
    private final Cells[] cells;
    private final List<Rule> rules;

    private CsvFile(RawFile raw, CsvTable table, Reading reading) throws IOException {
        this.raw = raw;
        this.table = table;
        this.encoding = Encoding.of(raw.beginning(), reading.encoding());
        this.separator = Separator.of(raw.beginning(), encoding, table.columns(), reading.separator());
        this.lines = new Lines(raw.content(), encoding, separator);
        this.header = header(lines);
        this.fields = new Fields(separator).usually(header.names().size());
        header.mustHave(table.columns());
        this.chosen = choose(sample());
        this.cells = chosen.stream().map(Chosen::cells).toArray(Cells[]::new);
        this.shape = shape();
        this.rules = withoutLookups(table.rules().apply(shape));
    }

    /** Opens a file; refuses one that the mapping cannot read, or that can be read in two ways. */
    static CsvFile open(CsvSource source, CsvTable table, Reading reading) {
        var raw = RawFile.open(source);
        try {
            return new CsvFile(raw, table, reading);
        } catch (IOException e) {
            raw.close();
            throw RawFile.unreadable(source.name(), e);
        } catch (ConfigException e) {
            raw.close();
            throw e.getMessage() != null && e.getMessage().startsWith(source.name())
                    ? e
                    : new ConfigException(source.name() + ": " + e.getMessage());
        }
    }

    RawFile raw() {
        return raw;
    }

    CsvTable table() {
        return table;
    }

    Header header() {
        return header;
    }

    char separator() {
        return separator;
    }

    List<Rule> rules() {
        return rules;
    }

    /** How it is read, a sentence each: what was found out and may be wrong. */
    List<String> found() {
        var found = new ArrayList<String>();
        found.add(raw.name() + ": " + encoding.charset() + " (" + encoding.how() + "), separator "
                + Separator.words(separator) + ", table " + table.table());
        for (int i = 0; i < chosen.size(); i++) {
            var detected = chosen.get(i).detected();
            if (detected != null) {
                found.add(raw.name() + ": column \"" + header.names().get(i) + "\" is read as " + detected);
            }
        }
        return found;
    }

    /** The next line; null at the end. */
    @Nullable
    Line next() throws IOException {
        return lines.next();
    }

    /** Its fields; null where they cannot be told apart. */
    String @Nullable [] fields(Line line) {
        return line.problem() == null ? fields.of(line) : null;
    }

    /** The row that a line's fields are, which are as many as the header's. */
    Row row(String[] line) {
        var values = new @Nullable Object[cells.length];
        for (int i = 0; i < cells.length; i++) {
            values[i] = cells[i].read(line[i]);
        }
        return new Row(shape, values);
    }

    @Override
    public void close() {
        raw.close();
    }

    private Header header(Lines from) throws IOException {
        var line = from.next();
        while (line != null && line.isBlank()) {
            line = from.next();
        }
        var names = line == null || line.problem() != null ? null : new Fields(separator).of(line);
        if (names == null) {
            throw new ConfigException(
                    line == null
                            ? "it is empty: a header line with the names of the columns is needed. Nothing was written."
                            : "its header line cannot be read. Nothing was written.");
        }
        return Header.of(raw.name(), names);
    }

    /** The fields of the first lines, as far as they are whole. */
    private List<String[]> sample() throws IOException {
        var sample = new ArrayList<String[]>();
        var first = new Lines(new ByteArrayInputStream(raw.beginning()), encoding, separator);
        header(first);
        for (var line = first.next(); line != null && sample.size() < SAMPLE; line = first.next()) {
            var cut = fields(line);
            if (cut != null && cut.length == header.names().size()) {
                sample.add(cut);
            }
        }
        // The last line may have been cut.
        return raw.isShort() || sample.size() < 2 ? sample : sample.subList(0, sample.size() - 1);
    }

    private List<Chosen> choose(List<String[]> sample) {
        return IntStream.range(0, header.names().size())
                .mapToObj(i -> Formats.choose(
                        header.names().get(i),
                        declared(i),
                        sample.stream().map(line -> line[i]).toList()))
                .toList();
    }

    private Declared declared(int column) {
        return table.types().getOrDefault(header.names().get(column), Declared.TEXT);
    }

    private TableShape shape() {
        var columns = IntStream.range(0, header.names().size())
                .mapToObj(i -> declared(i).column(header.names().get(i)))
                .toList();
        return new TableShape(table.table(), columns, List.of());
    }

    private static List<Rule> withoutLookups(List<Rule> rules) {
        for (var rule : rules) {
            if (!rule.lookups().isEmpty()) {
                throw new ConfigException("the rule for " + rule.name() + " looks up "
                        + rule.lookups().get(0).table()
                        + ", and a line of a file can be joined with nothing. Put the columns into the file, or import"
                        + " into a database and capture that. Nothing was written.");
            }
        }
        return rules;
    }
}
