package dev.vigia.topology.demand.event;

import dev.vigia.domain.OrderHeader;
import dev.vigia.domain.OrderLine;
import dev.vigia.domain.Passed;
import dev.vigia.schemas.Position;
import org.jspecify.annotations.Nullable;

/** Something that a source says of its sales. */
public sealed interface SalesEvent {

    String source();

    /**
     * The header of an order is new, changed or gone.
     *
     * @param order its key
     * @param header null where the order does not count, or is gone
     */
    record OrderChanged(
            String order,
            String source,
            Position position,
            @Nullable OrderHeader header) implements SalesEvent {}

    /**
     * A line of an order is new, changed or gone.
     *
     * @param key of the line, which begins with that of its order
     * @param line null where it does not count, or is gone
     */
    record LineChanged(
            String order,
            String key,
            String source,
            Position position,
            @Nullable OrderLine line) implements SalesEvent {}

    /**
     * Everything up to a point has come through a topic.
     *
     * @param topic by its name without prefix
     */
    record SourcePassed(String source, String topic, Passed passed) implements SalesEvent {}
}
