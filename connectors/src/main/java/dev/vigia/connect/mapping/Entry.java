package dev.vigia.connect.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a YAML file that remembers its line. */
sealed interface Entry {

    int line();

    /** A word or text; null where the file says null or nothing. */
    record Value(@Nullable String text, int line) implements Entry {}

    /** Names and what they stand for, each name once. */
    record Block(List<Named> entries, int line) implements Entry {}

    /** A list. */
    record Items(List<Entry> entries, int line) implements Entry {}

    /** A name and what it stands for; the name is null where the file says null. */
    record Named(@Nullable String name, Entry value, int line) {}
}
