package dev.vigia.connect.csv;

import org.jspecify.annotations.Nullable;

/**
 * What is said of how files are to be read; null where it is to be found out.
 *
 * @param as the table of the mapping that they are
 */
public record Reading(
        @Nullable String encoding,
        @Nullable String separator,
        @Nullable String as) {

    /** Everything is to be found out. */
    public static final Reading FOUND_OUT = new Reading(null, null, null);
}
