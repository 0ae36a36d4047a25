package dev.vigia.connect.write;

import dev.vigia.schema.Phase;
import dev.vigia.schemas.Position;
import java.time.Instant;

/**
 * How far a source is, to be told to every partition of its sales topics.
 *
 * @param at business time up to which everything has been written
 * @param position where capture was; its epoch is the source's
 */
public record Mark(Phase phase, Instant at, Position position) {}
