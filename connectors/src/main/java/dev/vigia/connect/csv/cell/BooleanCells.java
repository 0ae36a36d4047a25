package dev.vigia.connect.csv.cell;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a column of yes and no, in English and Portuguese. */
final class BooleanCells implements Cells {

    @Override
    public @Nullable Object read(String cell) {
        return switch (cell.strip().toLowerCase(Locale.ROOT)) {
            case "" -> null;
            case "true", "t", "yes", "y", "1", "sim", "s", "verdadeiro" -> true;
            case "false", "f", "no", "n", "0", "não", "nao", "falso" -> false;
            default -> Wrong.type(cell, "true or false");
        };
    }
}
