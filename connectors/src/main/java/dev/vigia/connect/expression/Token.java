package dev.vigia.connect.expression;

import java.util.Locale;
import java.util.Set;

/**
 * A word of an expression.
 *
 * @param at the place of its first character, from 1
 */
record Token(Sort sort, String text, int at) {

    private static final Set<String> KEYWORDS =
            Set.of("and", "or", "not", "is", "null", "in", "case", "when", "then", "else", "end", "true", "false");

    /** What a word is. */
    enum Sort {
        NAME,
        QUOTED_NAME,
        NUMBER,
        TEXT,
        SYMBOL,
        END
    }

    boolean is(String word) {
        return (sort == Sort.SYMBOL && text.equals(word)) || (sort == Sort.NAME && text.equalsIgnoreCase(word));
    }

    boolean isKeyword() {
        return sort == Sort.NAME && KEYWORDS.contains(text.toLowerCase(Locale.ROOT));
    }

    String shown() {
        return sort == Sort.END ? "the end" : "\"" + text + "\" at character " + at;
    }
}
