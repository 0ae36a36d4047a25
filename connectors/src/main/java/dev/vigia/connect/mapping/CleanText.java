package dev.vigia.connect.mapping;

import dev.vigia.connect.expression.Reason;
import dev.vigia.connect.expression.RefusedException;

/** Text as canonical records have it: tabs and line breaks are blanks, other control characters are refused. */
final class CleanText {

    static final int LONGEST_KEY = 500;
    static final int LARGEST = 100_000;

    private CleanText() {}

    static String of(String text) {
        if (text.length() > LARGEST) {
            throw new RefusedException(
                    Reason.TOO_LARGE, "it has " + text.length() + " characters, more than " + LARGEST);
        }
        boolean clean = true;
        for (int i = 0; i < text.length(); i++) {
            clean &= isClean(text, i);
        }
        return clean ? text : text.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
    }

    /** Whether a character may stay as it is; refuses those that may not even become a blank. */
    private static boolean isClean(String text, int at) {
        char letter = text.charAt(at);
        if (letter == '\t' || letter == '\n' || letter == '\r') {
            return false;
        }
        if (Character.isISOControl(letter)) {
            throw new RefusedException(
                    Reason.CONTROL_CHARACTERS, "it holds the control character " + Integer.toHexString(letter));
        }
        if (Character.isSurrogate(letter) && !isPaired(text, at)) {
            throw new RefusedException(Reason.UNREADABLE, "it holds half a character");
        }
        return true;
    }

    private static boolean isPaired(String text, int at) {
        int low = Character.isHighSurrogate(text.charAt(at)) ? at + 1 : at;
        return low > 0 && low < text.length() && Character.isSurrogatePair(text.charAt(low - 1), text.charAt(low));
    }
}
