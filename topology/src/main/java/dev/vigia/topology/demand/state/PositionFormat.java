package dev.vigia.topology.demand.state;

import dev.vigia.schemas.Position;

/** A position within a value of state. */
final class PositionFormat {

    private PositionFormat() {}

    static void write(StateWriter writer, Position position) {
        writer.number(position.epoch()).number(position.offset()).number(position.ordinal());
    }

    static Position read(StateReader reader) {
        return new Position(reader.number(), reader.number(), reader.number());
    }
}
