package dev.vigia.models.folder;

import java.util.Comparator;

/** The order of versions such as {@code 1.10.0} and {@code 1.2.0-fp16}: by their numbers, and the plain one first. */
final class Versions {

    static final Comparator<String> NEWEST_FIRST =
            Comparator.comparing(Versions::numbers).reversed().thenComparing(Versions::suffix);

    private Versions() {}

    /** Each number is padded, so that they compare as text. */
    private static String numbers(String version) {
        var padded = new StringBuilder();
        for (var part : version.split("-", 2)[0].split("\\.", -1)) {
            padded.append(String.format("%20s", part));
        }
        return padded.toString();
    }

    private static String suffix(String version) {
        int dash = version.indexOf('-');
        return dash < 0 ? "" : version.substring(dash);
    }
}
