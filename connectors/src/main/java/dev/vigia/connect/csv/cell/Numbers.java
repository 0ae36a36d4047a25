package dev.vigia.connect.csv.cell;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** Finds out how the numbers of a column are written. */
final class Numbers {

    private static final Set<Notation> CANDIDATES = EnumSet.of(Notation.ISO, Notation.BRAZILIAN, Notation.AMERICAN);

    private Numbers() {}

    static Chosen choose(String column, @Nullable String format, List<String> sample) {
        if (format != null) {
            return new Chosen(new NumberCells(declared(column, format)), null);
        }
        var notation = detected(column, sample);
        return new Chosen(
                new NumberCells(notation),
                notation == Notation.WHOLE ? "whole numbers" : "numbers like " + notation.example());
    }

    private static Notation declared(String column, String format) {
        return Notation.shownBy(format)
                .orElseThrow(() -> new ConfigException("column \"" + column + "\": numbers are not written like \""
                        + format + "\". Use number 1234.56, number 1.234,56 or number 1,234.56."
                        + " Nothing was written."));
    }

    private static Notation detected(String column, List<String> sample) {
        var telling = sample.stream()
                .map(String::strip)
                .filter(cell -> Notation.WHOLE.read(cell) == null)
                .filter(cell -> !readers(cell).isEmpty())
                .toList();
        var left = EnumSet.copyOf(CANDIDATES);
        telling.forEach(cell -> left.retainAll(readers(cell)));
        if (telling.isEmpty()) {
            return Notation.WHOLE;
        }
        if (left.isEmpty()) {
            throw Formats.mixed(column, declarations(CANDIDATES));
        }
        if (left.contains(Notation.ISO) && !left.contains(Notation.BRAZILIAN)) {
            return Notation.ISO;
        }
        if (left.size() > 1) {
            throw Formats.ambiguous(column, telling.get(0), declarations(left));
        }
        return left.iterator().next();
    }

    private static Set<Notation> readers(String cell) {
        var readers = EnumSet.noneOf(Notation.class);
        CANDIDATES.stream().filter(notation -> notation.read(cell) != null).forEach(readers::add);
        return readers;
    }

    private static List<String> declarations(Set<Notation> notations) {
        return notations.stream()
                .map(notation -> "number " + Objects.requireNonNull(notation.example()))
                .toList();
    }
}
