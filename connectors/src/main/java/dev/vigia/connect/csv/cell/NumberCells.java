package dev.vigia.connect.csv.cell;

import dev.vigia.connect.row.Unusable;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a column of numbers. */
record NumberCells(Notation notation) implements Cells {

    private static final Set<String> NOT_A_NUMBER = Set.of("nan", "#num!", "#div/0!", "#n/a", "#valor!", "#value!");
    private static final Set<String> INFINITE = Set.of("inf", "infinity", "-inf", "-infinity", "∞", "-∞");

    @Override
    public @Nullable Object read(String cell) {
        var text = cell.strip();
        if (text.isEmpty()) {
            return null;
        }
        var number = notation.read(text);
        return number == null ? wrong(cell, text.toLowerCase(Locale.ROOT)) : number;
    }

    private Unusable wrong(String cell, String lower) {
        if (NOT_A_NUMBER.contains(lower)) {
            return Wrong.of(cell, "not-a-number", "is not a number");
        }
        if (INFINITE.contains(lower)) {
            return Wrong.of(cell, "infinite", "is infinite");
        }
        return Wrong.type(
                cell,
                notation == Notation.WHOLE
                        ? "whole number, as the first lines of the column are; how it writes others can be said as \"number 1.234,56\" or \"number 1234.56\" under types"
                        : "number written like " + notation.example());
    }
}
