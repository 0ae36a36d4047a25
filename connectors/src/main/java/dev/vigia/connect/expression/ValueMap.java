package dev.vigia.connect.expression;

import dev.vigia.connect.expression.Expression.Choice;
import dev.vigia.connect.expression.Expression.Constant;
import dev.vigia.connect.expression.Expression.Mapped;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values by a list: what is not in it is refused, unless the list says what otherwise. */
final class ValueMap {

    private final Term of;
    private final Map<Optional<Object>, Optional<Object>> values = new HashMap<>();
    private final @Nullable Constant otherwise;

    private ValueMap(Term of, Mapped mapped) {
        this.of = of;
        this.otherwise = mapped.otherwise();
        mapped.choices()
                .forEach(choice -> values.put(
                        Optional.ofNullable(from(choice)),
                        Optional.ofNullable(choice.to().value())));
        values.putIfAbsent(
                Optional.empty(),
                Optional.ofNullable(otherwise).flatMap(constant -> Optional.ofNullable(constant.value())));
    }

    static Term of(Term of, Mapped mapped) {
        if (!List.of(Kind.TEXT, Kind.NUMBER, Kind.BOOLEAN).contains(of.kind())) {
            throw new WrongExpressionException("map needs text, a number or a truth value, and this is "
                    + of.kind().words());
        }
        var map = new ValueMap(of, mapped);
        var kind = Cases.kind(
                Stream.concat(mapped.choices().stream().map(Choice::to), Stream.ofNullable(mapped.otherwise()))
                        .map(Compiler::constant)
                        .toList(),
                "map");
        return Term.of(kind, map::value, () -> map.sql(mapped, kind), List.of(of))
                .without(Trait.COMPUTED);
    }

    private @Nullable Object value(Scene scene) {
        var value = of.value(scene);
        var found = values.get(Optional.ofNullable(value).map(ValueMap::canonical));
        if (found != null) {
            return found.orElse(null);
        }
        if (otherwise == null) {
            throw new RefusedException(Reason.UNMAPPED_VALUE, of.shown(value) + " is not in the map");
        }
        return otherwise.value();
    }

    private static Object canonical(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
    }

    private @Nullable Object from(Choice choice) {
        var text = choice.from();
        if (text == null || of.kind() == Kind.TEXT) {
            return text;
        }
        try {
            return of.kind() == Kind.NUMBER ? canonical(NumberFormat.PLAIN.read(text)) : truth(text);
        } catch (RefusedException e) {
            throw new WrongExpressionException(
                    "\"" + text + "\" in map is compared with " + of.kind().words() + ", and is none");
        }
    }

    private static Boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new RefusedException(Reason.UNREADABLE, "");
        }
        return Boolean.valueOf(text);
    }

    private String sql(Mapped mapped, Kind kind) {
        var whens = mapped.choices().stream().map(this::when).collect(Collectors.joining());
        var nothing = mapped.choices().stream().anyMatch(choice -> choice.from() == null) || otherwise != null
                ? ""
                : " when " + of.sql().text() + " is null then null";
        var rest = otherwise == null ? (kind == Kind.TEXT ? Sql.REFUSED : "null") : Sql.constant(otherwise.value());
        return "case" + whens + nothing + " else " + rest + " end";
    }

    private String when(Choice choice) {
        var from = from(choice);
        return " when " + of.sql().text() + (from == null ? " is null" : " = " + Sql.constant(from)) + " then "
                + Sql.constant(choice.to().value());
    }
}
