package dev.vigia.connect.expression;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Function;

/**
 * Functions that say what dates and times mean. A wall time that a clock change skips is read by the offset before it, one
 * that comes twice is the later one: as PostgreSQL reads them.
 */
final class TimeFunctions {

    private static final ZoneId UTC = ZoneId.of("UTC");

    private TimeFunctions() {}

    static Term local(Arguments given) {
        var zone = given.setting().zone();
        var of = given.term(0);
        return switch (of.kind()) {
            case DATE ->
                moment(plain(given), value -> startOf((LocalDate) value, zone), local(of, "::timestamp", zone));
            case LOCAL_TIMESTAMP -> moment(plain(given), value -> at((LocalDateTime) value, zone), local(of, "", zone));
            case TEXT, NUMBER -> localText(given);
            case NOTHING -> moment(given, value -> value, () -> "null::timestamptz");
            case INSTANT, MOMENT ->
                throw new WrongExpressionException("local needs a wall time, and this has a zone: write instant(…)");
            default -> throw notATime(given);
        };
    }

    private static SqlText local(Term of, String cast, ZoneId zone) {
        return () -> "(" + of.sql().text() + cast + " at time zone " + Sql.text(zone.getId()) + ")";
    }

    private static Term localText(Arguments given) {
        var format = format(given);
        var zone = given.setting().zone();
        SqlText sql = () -> "(" + TextTimeSql.wallTime(given.sql(0), format.pattern()) + " at time zone "
                + Sql.text(zone.getId()) + ")";
        return moment(given, value -> local(format, text(value), zone), sql);
    }

    private static Instant local(TimeFormat format, String text, ZoneId zone) {
        var read = format.best(text);
        if (read instanceof OffsetDateTime) {
            throw new DateTimeException("it has a zone");
        }
        return read instanceof LocalDate date ? startOf(date, zone) : at((LocalDateTime) read, zone);
    }

    static Term instant(Arguments given) {
        var of = given.term(0);
        return switch (of.kind()) {
            case INSTANT, MOMENT -> moment(plain(given), value -> (Instant) value, of.sql());
            case LOCAL_TIMESTAMP ->
                moment(plain(given), value -> ((LocalDateTime) value).toInstant(ZoneOffset.UTC), local(of, "", UTC));
            case NUMBER -> epoch(given);
            case TEXT -> given.size() == 2 && isEpoch(given) ? epoch(given) : instantText(given);
            case NOTHING -> moment(given, value -> value, () -> "null::timestamptz");
            case DATE ->
                throw new WrongExpressionException("instant needs a time, and this is a date alone: write local(…)");
            default -> throw notATime(given);
        };
    }

    private static boolean isEpoch(Arguments given) {
        return List.of("epoch-millis", "epoch-seconds").contains(given.constantText(1));
    }

    private static Term instantText(Arguments given) {
        var format = format(given);
        SqlText sql = () -> {
            if (format.isIso()) {
                throw new NoSqlException("moments in text");
            }
            return "(" + TextTimeSql.wallTime(given.sql(0), format.pattern()) + " at time zone 'UTC')";
        };
        return moment(given, value -> format.instant(text(value)), sql);
    }

    private static Term epoch(Arguments given) {
        if (given.size() < 2 || !isEpoch(given)) {
            throw new WrongExpressionException("instant of a number needs to know what it counts: write"
                    + " instant(x, 'epoch-millis') or instant(x, 'epoch-seconds')");
        }
        boolean millis = given.constantText(1).equals("epoch-millis");
        SqlText sql = () -> "(timestamptz 'epoch' + " + given.sql(0) + " * interval '1 "
                + (millis ? "millisecond" : "second") + "')";
        return moment(given, value -> sinceEpoch(value, millis ? 0 : 3), sql);
    }

    private static Instant sinceEpoch(Object value, int shift) {
        var number = value instanceof BigDecimal given ? given : NumberFormat.PLAIN.read((String) value);
        var millis = Numbers.sane(number).movePointRight(shift).toBigInteger();
        if (millis.bitLength() > 62) {
            throw new RefusedException(Reason.OUT_OF_RANGE, "the moment is out of any range");
        }
        return Instant.ofEpochMilli(millis.longValueExact());
    }

    static Term week(Arguments given) {
        given.number(0);
        var first = given.constantText(1);
        LocalDate epoch;
        try {
            epoch = LocalDate.parse(first);
        } catch (DateTimeException e) {
            throw new WrongExpressionException(given.function().signature()
                    + " needs the first day of week 0, such as '2011-01-29', not '" + first + "'");
        }
        return given.strict(
                Kind.DATE,
                values -> week((BigDecimal) values.get(0), epoch),
                () -> "(date " + Sql.text(first) + " + (" + given.sql(0) + ")::int * 7)");
    }

    private static LocalDate week(BigDecimal number, LocalDate epoch) {
        if (!ChoiceFunctions.isWhole(number)) {
            throw new RefusedException(Reason.WRONG_TYPE, "the number of a week is not whole");
        }
        if (number.abs().compareTo(BigDecimal.valueOf(100_000)) > 0) {
            throw new RefusedException(Reason.OUT_OF_RANGE, "the number of a week is beyond 100,000");
        }
        return epoch.plusWeeks(number.longValueExact());
    }

    /** The first moment of a day. */
    private static Instant startOf(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toInstant();
    }

    private static Instant at(LocalDateTime wallTime, ZoneId zone) {
        return ZonedDateTime.ofLocal(wallTime, zone, null)
                .withLaterOffsetAtOverlap()
                .toInstant();
    }

    private static Term moment(Arguments given, Function<Object, Object> rule, SqlText sql) {
        var of = given.term(0);
        return given.strict(Kind.MOMENT, values -> read(of, values.get(0), rule), sql);
    }

    private static Object read(Term of, Object value, Function<Object, Object> rule) {
        try {
            return rule.apply(value);
        } catch (DateTimeException e) {
            throw new RefusedException(
                    Reason.UNREADABLE, of.shown(value) + " is not a date or time as the mapping expects it");
        }
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? Numbers.plain(number) : ((String) value).strip();
    }

    private static TimeFormat format(Arguments given) {
        if (given.size() == 1 && given.term(0).kind() == Kind.NUMBER) {
            throw new WrongExpressionException(
                    given.function().signature() + " of a number needs a pattern, such as 'yyyyMMdd'");
        }
        return TimeFormat.of(given.size() == 2 ? given.constantText(1) : null);
    }

    /** Patterns are for text and numbers only. */
    private static Arguments plain(Arguments given) {
        if (given.size() == 2) {
            throw new WrongExpressionException(given.function().signature() + " of "
                    + given.term(0).kind().words() + " needs no pattern: leave it out");
        }
        return given;
    }

    private static WrongExpressionException notATime(Arguments given) {
        return new WrongExpressionException(given.function().signature() + " needs a date or time, and this is "
                + given.term(0).kind().words());
    }
}
