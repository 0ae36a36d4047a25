package dev.vigia.topology.demand.state;

import dev.vigia.domain.OrderHeader;
import dev.vigia.schemas.Position;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of the header of an order.
 *
 * @param source that said so
 * @param header null where the order does not count, or was deleted
 */
public record OrderRow(
        String source, Position position, @Nullable OrderHeader header) {}
