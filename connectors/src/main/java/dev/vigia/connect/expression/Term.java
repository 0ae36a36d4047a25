package dev.vigia.connect.expression;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An expression bound to columns: what it gives, how it is computed here, and how PostgreSQL would say it. */
public record Term(Kind kind, Computation computation, SqlText sql, Set<Trait> traits) {

    static Term of(Kind kind, Computation computation, SqlText sql) {
        return new Term(kind, computation, sql, Set.of());
    }

    /** A term made of others: computed or secret where one of them is. */
    static Term of(Kind kind, Computation computation, SqlText sql, List<Term> parts) {
        var traits = EnumSet.noneOf(Trait.class);
        parts.forEach(part -> traits.addAll(part.traits()));
        traits.retainAll(EnumSet.of(Trait.COMPUTED, Trait.SECRET));
        return new Term(kind, computation, sql, Set.copyOf(traits));
    }

    Term and(Trait trait) {
        var more = EnumSet.of(trait);
        more.addAll(traits);
        return new Term(kind, computation, sql, Set.copyOf(more));
    }

    Term without(Trait trait) {
        var fewer = EnumSet.of(trait);
        fewer.addAll(traits);
        fewer.remove(trait);
        return new Term(kind, computation, sql, Set.copyOf(fewer));
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** The value; null where there is none. */
    public @Nullable Object value(Scene scene) {
        return computation.of(scene);
    }

    /** What may be said of a value of this term in words: the value, unless nobody may see it. */
    public String shown(@Nullable Object value) {
        if (is(Trait.SECRET)) {
            return "a value of a hashed column";
        }
        var text = value instanceof BigDecimal number ? number.toString() : String.valueOf(value);
        return "\"" + (text.length() <= 60 ? text : text.substring(0, 60) + "…") + "\"";
    }
}
