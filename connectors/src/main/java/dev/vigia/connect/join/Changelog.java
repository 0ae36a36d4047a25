package dev.vigia.connect.join;

import org.jspecify.annotations.Nullable;

/**
 * Where an {@link Assembler} writes what it must find again after a restart: a compacted topic, in the same transactions
 * as the outputs. They are committed between two calls of the assembler, or within one at {@link #mayCommit()}, and
 * nowhere else: what a record was and that it was put out must be seen together or not at all.
 */
public interface Changelog {

    /** Keeps the newest value of a key, or forgets it where the value is null. */
    void keep(byte[] key, byte @Nullable [] value);

    /** Here, within a long call, the present transaction may be committed. */
    void mayCommit();
}
