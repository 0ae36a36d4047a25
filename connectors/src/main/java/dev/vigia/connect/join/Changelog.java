package dev.vigia.connect.join;

import org.jspecify.annotations.Nullable;

/**
 * Where an {@link Assembler} writes what it must find again after a restart: a compacted topic. An entry may be committed
 * at once or later, but never earlier than the outputs that were said before it.
 */
public interface Changelog {

    /** Keeps the newest value of a key, or forgets it where the value is null. */
    void keep(byte[] key, byte @Nullable [] value);
}
