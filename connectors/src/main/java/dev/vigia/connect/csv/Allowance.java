package dev.vigia.connect.csv;

import org.apache.kafka.common.config.ConfigException;

/**
 * How many lines may be refused before an import counts as failed.
 *
 * @param percent whether the number is a share of the lines
 */
public record Allowance(String text, double number, boolean percent) {

    /** As many as there are. */
    public static final Allowance ANY = new Allowance("any", Double.POSITIVE_INFINITY, false);

    /** Reads {@code 100} or {@code 0.5%}. */
    public static Allowance parse(String text) {
        boolean percent = text.endsWith("%");
        try {
            double number = Double.parseDouble(percent ? text.substring(0, text.length() - 1) : text);
            if (number >= 0) {
                return new Allowance(text, number, percent);
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new ConfigException("--max-refused " + text + " is neither a number of lines nor a share such as 0.5%.");
    }

    /** Whether it is exceeded, however many lines are still to come. */
    boolean isSurelyExceeded(long refused) {
        return !percent && refused > number;
    }

    boolean isExceeded(Counts all) {
        return percent ? all.refusedLines() * 100.0 > number * all.lines() : isSurelyExceeded(all.refusedLines());
    }

    boolean isAny() {
        return number == Double.POSITIVE_INFINITY;
    }
}
