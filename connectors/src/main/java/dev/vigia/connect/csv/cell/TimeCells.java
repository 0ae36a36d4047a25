package dev.vigia.connect.csv.cell;

import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQuery;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads a column of dates, times or timestamps written by one pattern. Files repeat them, so each is read once. */
final class TimeCells implements Cells {

    private static final int REMEMBERED = 2_000;

    private final DateTimeFormatter format;
    private final TemporalQuery<?> query;
    private final String wanted;
    private final Map<String, Object> known = new ConcurrentHashMap<>();

    /** @param wanted what is read, for people */
    TimeCells(DateTimeFormatter format, TemporalQuery<?> query, String wanted) {
        this.format = format;
        this.query = query;
        this.wanted = wanted;
    }

    @Override
    public @Nullable Object read(String cell) {
        var value = known.get(cell);
        if (value != null) {
            return value;
        }
        var text = cell.strip();
        return text.isEmpty() ? null : remember(cell, text);
    }

    private Object remember(String cell, String text) {
        try {
            TemporalAccessor parsed = format.parse(text);
            Object value = query.queryFrom(parsed);
            if (known.size() >= REMEMBERED) {
                known.clear();
            }
            known.put(cell, value);
            return value;
        } catch (DateTimeException e) {
            return Wrong.type(cell, wanted);
        }
    }
}
