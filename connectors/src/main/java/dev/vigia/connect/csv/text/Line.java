package dev.vigia.connect.csv.text;

import org.jspecify.annotations.Nullable;

/**
 * One line of a file, or several where a quoted field holds line breaks.
 *
 * @param number of its first line in the file, from 1
 * @param text without the line break that ends it; where it is too long, its beginning
 * @param quoted whether a quote stands in it
 * @param problem why it cannot be taken apart; null where it can
 */
public record Line(
        long number, String text, boolean quoted, @Nullable Problem problem) {

    /** What is wrong with a line before its fields are looked at. */
    public enum Problem {
        NOT_TEXT("unreadable", "holds bytes that are no text in this encoding; --encoding says another"),
        OPEN_QUOTE("unreadable", "has a quote that is never closed"),
        TOO_LONG("too-large", "is longer than " + Lines.LONGEST + " characters");

        private final String reason;
        private final String words;

        Problem(String reason, String words) {
            this.reason = reason;
            this.words = words;
        }

        /** The short code of a dead letter. */
        public String reason() {
            return reason;
        }

        /** What is said of the line: "holds …". */
        public String words() {
            return words;
        }
    }

    public boolean isBlank() {
        return problem == null && text.isBlank();
    }
}
