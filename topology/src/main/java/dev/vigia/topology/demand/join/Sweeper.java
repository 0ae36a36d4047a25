package dev.vigia.topology.demand.join;

import dev.vigia.domain.Passed;
import dev.vigia.topology.demand.state.Sweep;
import dev.vigia.topology.demand.state.Sweep.Stage;
import dev.vigia.topology.slice.Slice;
import java.util.Map;
import java.util.function.Function;

/**
 * Takes back what a new epoch of a source did not show, when its snapshot is over, in slices. Only here is what was
 * deleted forgotten.
 */
final class Sweeper {

    private static final int ROWS = 100;

    private final JoinStore store;
    private final Reconciler reconciler;
    private final FanOut fanOut;
    private final Function<String, Passed> joint;
    private final Map<String, Sweep> sweeps;

    /** @param joint how far a source is */
    Sweeper(JoinStore store, Reconciler reconciler, FanOut fanOut, Function<String, Passed> joint) {
        this.store = store;
        this.reconciler = reconciler;
        this.fanOut = fanOut;
        this.joint = joint;
        this.sweeps = store.sweeps();
    }

    /** Begins where an epoch has become live that was not swept yet. */
    void beginIfDue(String source) {
        var now = joint.apply(source);
        if (now.live() && of(source).done() < now.epoch() && !of(source).isActive()) {
            keep(source, of(source).begun());
        }
    }

    boolean isIdle() {
        return sweeps.values().stream().noneMatch(Sweep::isActive);
    }

    /** Whether nothing of an older epoch is left. */
    boolean isDone(String source) {
        return of(source).done() == joint.apply(source).epoch();
    }

    /** Goes on with all that is to be swept. */
    void goOn(Slice slice) {
        for (var source : sweeps.keySet().toArray(String[]::new)) {
            while (of(source).isActive() && !slice.isOver()) {
                sweep(source, joint.apply(source));
            }
        }
    }

    private void sweep(String source, Passed now) {
        if (!now.live()) { // Yet another epoch has begun: it is swept at its end.
            keep(source, of(source).at(Stage.IDLE, ""));
        } else if (of(source).stage() == Stage.ORDERS) {
            orders(source, now.epoch());
        } else {
            lines(source, now.epoch());
        }
    }

    private void orders(String source, long epoch) {
        var rows = store.orders(of(source).next(), ROWS + 1);
        for (var row : rows.subList(0, Math.min(ROWS, rows.size()))) {
            if (row.value().source().equals(source) && row.value().position().epoch() < epoch) {
                store.deleteOrder(row.key());
                fanOut.tell(row.key());
            }
        }
        keep(
                source,
                rows.size() > ROWS
                        ? of(source).at(Stage.ORDERS, rows.get(ROWS).key())
                        : of(source).at(Stage.LINES, ""));
    }

    private void lines(String source, long epoch) {
        var rows = store.lines(of(source).next(), ROWS + 1);
        for (var row : rows.subList(0, Math.min(ROWS, rows.size()))) {
            if (row.value().source().equals(source) && row.value().position().epoch() < epoch) {
                reconciler.reconcile(null, row.value());
                store.deleteLine(row.key());
            }
        }
        keep(
                source,
                rows.size() > ROWS
                        ? of(source).at(Stage.LINES, rows.get(ROWS).key())
                        : of(source).ended(epoch));
    }

    private Sweep of(String source) {
        return sweeps.getOrDefault(source, Sweep.NONE);
    }

    private void keep(String source, Sweep sweep) {
        sweeps.put(source, sweep);
        store.putSweep(source, sweep);
    }
}
