package dev.vigia.connect.csv.text;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Takes lines apart into fields. Any thread. */
public final class Fields {

    /** Fields of a line that are read; the parser has the same bound. */
    private static final int MOST = 16 << 10;

    private final char separator;
    private final int usual;
    private final CsvReader.CsvReaderBuilder quotes;

    /** Fields of a line whose number nobody knows yet. */
    public Fields(char separator) {
        this(separator, 1);
    }

    private Fields(char separator, int usual) {
        this.separator = separator;
        this.usual = usual;
        this.quotes = CsvReader.builder().fieldSeparator(separator).skipEmptyLines(false);
    }

    /** The same, for lines that usually have as many fields as this. */
    public Fields usually(int count) {
        return new Fields(separator, count);
    }

    /** The fields of a line; null where its quotes make no sense or it has far too many. */
    public String @Nullable [] of(Line line) {
        return line.quoted() ? quoted(line.text()) : plain(line.text());
    }

    private String @Nullable [] quoted(String text) {
        try {
            return quotes.ofSingleCsvRecord(StringArrayHandler.of(), text);
        } catch (CsvParseException e) {
            return null;
        }
    }

    /** Where no quote stands, every separator separates. */
    private String @Nullable [] plain(String text) {
        var fields = new String[usual];
        int count = 0;
        int from = 0;
        for (int to = text.indexOf(separator); to >= 0; to = text.indexOf(separator, from)) {
            if (count == MOST) {
                return null;
            }
            fields = count < fields.length - 1 ? fields : Arrays.copyOf(fields, count * 2 + 2);
            fields[count++] = text.substring(from, to);
            from = to + 1;
        }
        fields[count++] = text.substring(from);
        return count == fields.length ? fields : Arrays.copyOf(fields, count);
    }
}
