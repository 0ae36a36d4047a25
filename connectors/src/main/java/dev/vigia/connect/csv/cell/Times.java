package dev.vigia.connect.csv.cell;

import dev.vigia.connect.row.ColumnType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;

/** Finds out how the dates, times and timestamps of a column are written. */
final class Times {

    private static final List<String> DATES = List.of(
            "yyyy-MM-dd",
            "dd/MM/yyyy",
            "MM/dd/yyyy",
            "dd-MM-yyyy",
            "MM-dd-yyyy",
            "dd.MM.yyyy",
            "yyyy/MM/dd",
            "yyyyMMdd");

    private Times() {}

    static Chosen choose(String column, Declared declared, List<String> sample) {
        var format = declared.format();
        if (format != null) {
            return new Chosen(cells(declared.type(), declared(column, format), format), null);
        }
        var pattern = detected(column, declared.type(), sample);
        return new Chosen(known(declared.type(), pattern), words(declared.type()) + " like " + pattern);
    }

    private static String detected(String column, ColumnType type, List<String> sample) {
        var telling = new ArrayList<String>();
        var left = new ArrayList<>(patterns(type));
        for (var cell : sample.stream().map(String::strip).distinct().toList()) {
            var readers = patterns(type).stream()
                    .filter(pattern -> readable(known(type, pattern), cell))
                    .toList();
            if (!readers.isEmpty()) {
                telling.add(cell);
                left.retainAll(readers);
            }
        }
        return only(column, type, left, telling);
    }

    private static String only(String column, ColumnType type, List<String> left, List<String> telling) {
        if (telling.isEmpty()) {
            return patterns(type).get(0);
        }
        if (left.isEmpty()) {
            throw Formats.mixed(column, declarations(type, patterns(type)));
        }
        if (left.size() > 1) {
            throw Formats.ambiguous(column, telling.get(0), declarations(type, left));
        }
        return left.get(0);
    }

    private static boolean readable(Cells cells, String cell) {
        return cells.read(cell) instanceof Comparable<?>;
    }

    private static List<String> patterns(ColumnType type) {
        return switch (type) {
            case DATE, LOCAL_TIMESTAMP -> DATES;
            case INSTANT -> List.of("yyyy-MM-dd");
            default -> List.of("HH:mm");
        };
    }

    private static List<String> declarations(ColumnType type, List<String> patterns) {
        return patterns.stream()
                .map(pattern -> type == ColumnType.DATE ? "date " + pattern : "timestamp " + pattern + " HH:mm:ss")
                .toList();
    }

    private static String words(ColumnType type) {
        return switch (type) {
            case DATE -> "dates";
            case TIME -> "times";
            default -> "timestamps";
        };
    }

    private static DateTimeFormatter declared(String column, String pattern) {
        try {
            return formatter(new DateTimeFormatterBuilder().appendPattern(pattern.replace('y', 'u')));
        } catch (IllegalArgumentException e) {
            throw new ConfigException(
                    "column \"" + column + "\": \"" + pattern + "\" is no pattern of dates and times (" + e.getMessage()
                            + "). Use one such as dd/MM/yyyy or yyyy-MM-dd HH:mm:ss. Nothing was written.");
        }
    }

    /** A known date pattern takes days and months of one digit too, and any time that may follow it. */
    private static Cells known(ColumnType type, String pattern) {
        var lenient = pattern.length() == "yyyyMMdd".length()
                ? pattern
                : pattern.replace("dd", "d").replace("MM", "M");
        var builder = new DateTimeFormatterBuilder();
        return switch (type) {
            case DATE -> cells(type, formatter(builder.appendPattern(unpadded(lenient))), pattern);
            case LOCAL_TIMESTAMP -> cells(type, formatter(withTime(builder, lenient)), pattern + " HH:mm:ss");
            case INSTANT ->
                cells(
                        type,
                        formatter(withTime(builder, lenient).appendPattern("[ ][XXX][XX][X]")),
                        pattern + " HH:mm:ss±HH:mm");
            default -> cells(type, DateTimeFormatter.ISO_LOCAL_TIME, "HH:mm:ss");
        };
    }

    private static DateTimeFormatterBuilder withTime(DateTimeFormatterBuilder builder, String date) {
        return builder.appendPattern(unpadded(date) + "[ ]['T']H:mm[:ss]")
                .optionalStart()
                .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
                .optionalEnd();
    }

    private static String unpadded(String pattern) {
        return pattern.replace('y', 'u');
    }

    /** It takes nothing that is not there, such as the 30th of February. */
    private static DateTimeFormatter formatter(DateTimeFormatterBuilder builder) {
        return builder.toFormatter(Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    private static Cells cells(ColumnType type, DateTimeFormatter format, String pattern) {
        return new TimeCells(format, query(type), one(type) + " written like " + pattern);
    }

    private static TemporalQuery<?> query(ColumnType type) {
        return switch (type) {
            case DATE -> LocalDate::from;
            case TIME -> LocalTime::from;
            case LOCAL_TIMESTAMP -> LocalDateTime::from;
            default -> Instant::from;
        };
    }

    private static String one(ColumnType type) {
        return Stream.of(words(type))
                .map(many -> many.substring(0, many.length() - 1))
                .findFirst()
                .orElseThrow();
    }
}
