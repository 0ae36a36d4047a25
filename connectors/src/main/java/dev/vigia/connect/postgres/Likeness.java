package dev.vigia.connect.postgres;

import dev.vigia.connect.row.TableId;

/** How much one name of a table is like another: the fewest letters to change, with the schema counting little. */
final class Likeness {

    private static final int OTHER_SCHEMA = 1;

    private Likeness() {}

    static boolean close(TableId wanted, TableId there) {
        return distance(wanted.name(), there.name())
                        <= Math.max(2, wanted.name().length() / 3)
                || there.name().contains(wanted.name());
    }

    static int distance(TableId wanted, TableId there) {
        return 2 * distance(wanted.name(), there.name()) + (wanted.schema().equals(there.schema()) ? 0 : OTHER_SCHEMA);
    }

    /** Levenshtein's distance, whatever the case. */
    private static int distance(String one, String other) {
        var previous = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            previous = nextLine(previous, one.charAt(i - 1), other);
        }
        return previous[other.length()];
    }

    private static int[] nextLine(int[] above, char letter, String other) {
        var line = new int[above.length];
        line[0] = above[0] + 1;
        for (int j = 1; j < line.length; j++) {
            boolean same = Character.toLowerCase(letter) == Character.toLowerCase(other.charAt(j - 1));
            line[j] = Math.min(above[j - 1] + (same ? 0 : 1), Math.min(above[j], line[j - 1]) + 1);
        }
        return line;
    }
}
