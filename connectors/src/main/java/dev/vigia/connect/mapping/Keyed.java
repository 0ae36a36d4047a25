package dev.vigia.connect.mapping;

/** The key that a rule reads from a row. */
public sealed interface Keyed {

    /** The key, as its topic has it. */
    record Key(String value) implements Keyed {}

    /** The columns of the key are missing or unreadable. */
    record Unreadable(Refusal refusal) implements Keyed {}
}
