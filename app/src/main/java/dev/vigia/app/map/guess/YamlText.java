package dev.vigia.app.map.guess;

import java.util.regex.Pattern;

/** Writes text so that YAML reads it as the same text, in quotes only where it must be. */
final class YamlText {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_.()]*");
    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern SPOILED = Pattern.compile(": | #|^[\"'\\[\\]{}&*!|>%@`,#?:-]|^\\s|\\s$|:$");
    private static final Pattern WORDS_OF_YAML = Pattern.compile("(?i)true|false|null|yes|no|on|off|~");

    private YamlText() {}

    /** After {@code name: }, to the end of the line. */
    static String block(String text) {
        return text.isEmpty() || SPOILED.matcher(text).find() || isWordOfYaml(text) ? quoted(text) : text;
    }

    /** Within brackets or braces. */
    static String flow(String text) {
        return PLAIN.matcher(text).matches() && !isWordOfYaml(text) ? text : quoted(text);
    }

    /** Before a colon within braces. */
    static String flowKey(String text) {
        return PLAIN_KEY.matcher(text).matches() && !isWordOfYaml(text) ? text : quoted(text);
    }

    /** One line of a comment, whatever characters it holds. */
    static String comment(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    private static boolean isWordOfYaml(String text) {
        return WORDS_OF_YAML.matcher(text).matches();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", "?") + '"';
    }
}
