package dev.vigia.connect.mapping;

import dev.vigia.connect.expression.Computation;
import dev.vigia.connect.expression.Kind;
import dev.vigia.connect.expression.Reason;
import dev.vigia.connect.expression.RefusedException;
import dev.vigia.connect.expression.Scene;
import dev.vigia.connect.expression.Term;
import dev.vigia.connect.expression.Texts;
import dev.vigia.connect.expression.Trait;
import dev.vigia.connect.expression.WrongExpressionException;
import dev.vigia.connect.mapping.FieldType.Sort;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/** Makes what a field takes of what an expression gives, and refuses what it does not take. */
final class FieldValue implements Computation {

    private static final Set<Sort> NUMBERS = EnumSet.of(Sort.INT, Sort.LONG, Sort.DOUBLE, Sort.DECIMAL);

    /** Turns a value that is not null. */
    private interface Turn {
        Object of(Object value);
    }

    private final FieldType type;
    private final Term term;
    private final Turn turn;

    private FieldValue(FieldType type, Term term, Turn turn) {
        this.type = type;
        this.term = term;
        this.turn = turn;
    }

    /** The value of a field; refuses expressions that do not go with it. */
    static FieldValue of(FieldType type, Term term, Header header) {
        if (type.isCustomer() && !term.is(Trait.HASHED) && term.kind() != Kind.NOTHING) {
            throw new WrongExpressionException("customers leave as hashes only: write hash(…), or leave it out");
        }
        var text = type.sort() == Sort.TEXT && term.kind() == Kind.NUMBER ? Texts.text(term) : term;
        checkKind(type, text);
        var value = new FieldValue(type, text, turn(type, text, header));
        if (term.is(Trait.CONSTANT)) {
            value.checkConstant();
        }
        return value;
    }

    private static void checkKind(FieldType type, Term term) {
        if (term.kind() == Kind.NOTHING) {
            return;
        }
        var wanted = kind(type.sort());
        if (term.kind() != wanted) {
            throw new WrongExpressionException("the field is " + type.sort().words() + ", and this is "
                    + term.kind().words() + remedy(type.sort(), term.kind()));
        }
    }

    private static String remedy(Sort sort, Kind given) {
        if (sort == Sort.DATE || sort == Sort.MOMENT) {
            return given == Kind.INSTANT ? ": write instant(…)" : ": write local(…) or instant(…)";
        }
        if (NUMBERS.contains(sort) && given == Kind.TEXT) {
            return ": declare the column a number under types";
        }
        return sort == Sort.ENUM ? ": map it" : "";
    }

    private static Kind kind(Sort sort) {
        return switch (sort) {
            case TEXT, ENUM -> Kind.TEXT;
            case BOOLEAN -> Kind.BOOLEAN;
            case INT, LONG, DOUBLE, DECIMAL -> Kind.NUMBER;
            case DATE, MOMENT -> Kind.MOMENT;
            case LIST ->
                throw new WrongExpressionException("the field is a list: fill it by a lookup of its name with all");
            case OTHER -> throw new WrongExpressionException("mappings cannot fill this field: leave it out");
        };
    }

    private void checkConstant() {
        try {
            of(new Scene(0));
        } catch (RefusedException e) {
            throw new WrongExpressionException(e.detail());
        }
    }

    @Override
    public @Nullable Object of(Scene scene) {
        var value = term.value(scene);
        if (value != null) {
            return turn.of(value);
        }
        if (type.nullable()) {
            return null;
        }
        var fallback = type.fallback();
        if (fallback != null && (type.sort() == Sort.TEXT || type.sort() == Sort.BOOLEAN)) {
            return fallback;
        }
        throw new RefusedException(Reason.MISSING_VALUE, "there is no value, and the field needs one");
    }

    private static Turn turn(FieldType type, Term term, Header header) {
        var fit = new Fit(term);
        return switch (type.sort()) {
            case TEXT -> value -> CleanText.of((String) value);
            case ENUM -> value -> symbol(type, (String) value);
            case INT -> value -> (int) fit.whole((BigDecimal) value, Integer.MAX_VALUE);
            case LONG -> value -> fit.whole((BigDecimal) value, Long.MAX_VALUE);
            case DOUBLE -> value -> fit.real((BigDecimal) value);
            case DECIMAL -> decimal(type, fit);
            case DATE -> value -> day((Instant) value, header);
            case MOMENT -> value -> moment((Instant) value, header);
            default -> value -> value;
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // The class of an enumeration is known only when the program runs.
    private static Object symbol(FieldType type, String symbol) {
        if (!type.symbols().contains(symbol)) {
            throw new RefusedException(
                    Reason.UNMAPPED_VALUE,
                    "\"" + symbol + "\" is no symbol of " + type.schema().getName());
        }
        Class of = SpecificData.get().getClass(type.schema());
        return Enum.valueOf(of, symbol);
    }

    private static Turn decimal(FieldType type, Fit fit) {
        int precision = type.precision();
        int scale = type.scale();
        return value -> fit.decimal((BigDecimal) value, precision, scale);
    }

    private static LocalDate day(Instant moment, Header header) {
        var day = localDay(moment, header.zone());
        header.dates().check(day);
        return day;
    }

    private static Instant moment(Instant moment, Header header) {
        header.dates().check(localDay(moment, header.zone()));
        return moment.truncatedTo(ChronoUnit.MILLIS);
    }

    private static LocalDate localDay(Instant moment, ZoneId zone) {
        try {
            return moment.atZone(zone).toLocalDate();
        } catch (DateTimeException e) {
            throw new RefusedException(Reason.OUT_OF_RANGE, "the moment is out of any range");
        }
    }
}
