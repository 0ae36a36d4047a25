package dev.vigia.connect.expression;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds what somebody probably meant. */
public final class Names {

    private Names() {}

    /** A sentence that names the nearest of what is known, or all of it where nothing is near. */
    public static String hint(String wrong, Collection<String> known) {
        var nearest = known.stream().min(Comparator.comparingInt((String name) -> distance(name, wrong)));
        if (nearest.isEmpty()) {
            return "There is none.";
        }
        return isNear(nearest.get(), wrong)
                ? "Did you mean \"" + nearest.get() + "\"?"
                : "Known are " + String.join(", ", known) + ".";
    }

    private static boolean isNear(String name, String wrong) {
        return name.contains(wrong)
                || distance(name, wrong) <= Math.max(2, Math.max(name.length(), wrong.length()) / 2);
    }

    /** Letters to insert, remove or replace: the last row of Levenshtein's table. Upper and lower case are alike. */
    private static int distance(String one, String other) {
        var left = one.toLowerCase(Locale.ROOT);
        var right = other.toLowerCase(Locale.ROOT);
        var row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[right.length()];
    }
}
