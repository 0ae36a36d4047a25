package dev.vigia.topology.demand.read;

import dev.vigia.schema.DeadLetter;

/** What became of a record that was read. */
public sealed interface Read<T> {

    /** It can be used. */
    record Accepted<T>(T event) implements Read<T> {}

    /** It cannot, and why. */
    record Refused<T>(DeadLetter letter) implements Read<T> {}
}
