package dev.vigia.connect.csv.cell;

import dev.vigia.connect.row.Unusable;

/** Says why a cell is no value. */
final class Wrong {

    private static final int SHOWN = 60;

    private Wrong() {}

    /** The cell is not written as the column wants it. */
    static Unusable type(String cell, String wanted) {
        return of(cell, "wrong-type", "is no " + wanted);
    }

    static Unusable of(String cell, String reason, String why) {
        return new Unusable(cell, reason, "\"" + shown(cell) + "\" " + why);
    }

    private static String shown(String cell) {
        return cell.length() <= SHOWN ? cell : cell.substring(0, SHOWN) + "… (" + cell.length() + " characters)";
    }
}
