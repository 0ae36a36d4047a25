package dev.vigia.topology.demand.state;

import dev.vigia.domain.Contribution;
import dev.vigia.domain.OrderLine;
import dev.vigia.schemas.Position;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a line of an order.
 *
 * @param source that said so
 * @param line null where it does not count, or was deleted
 * @param applied what it has added to the totals; null where nothing
 */
public record LineRow(
        String source,
        Position position,
        @Nullable OrderLine line,
        @Nullable Contribution applied) {

    public LineRow applying(@Nullable Contribution contribution) {
        return new LineRow(source, position, line, contribution);
    }
}
