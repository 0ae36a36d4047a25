package dev.vigia.topology.demand.join;

import dev.vigia.domain.Contribution;
import dev.vigia.topology.demand.state.LineRow;
import dev.vigia.topology.demand.state.OrderRow;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes what a line has added equal to what the line and its order say now; the only place from which anything is added.
 * Whoever calls it again, after whatever interruption, adds nothing twice.
 */
final class Reconciler {

    private final Consumer<Contribution> out;

    Reconciler(Consumer<Contribution> out) {
        this.out = out;
    }

    /** The same row, with what it has added now. */
    LineRow reconcile(@Nullable OrderRow order, LineRow row) {
        var now = Contribution.of(order == null ? null : order.header(), row.line());
        if (Objects.equals(now, row.applied())) {
            return row;
        }
        Contribution.changes(row.applied(), now).forEach(out);
        return row.applying(now);
    }
}
