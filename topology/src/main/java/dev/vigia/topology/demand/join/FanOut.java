package dev.vigia.topology.demand.join;

import dev.vigia.topology.slice.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/**
 * Tells the lines of an order that its header has changed: a few at once, the rest in slices. What is still to be told is
 * kept, and mirrored here: a scan for it would come by all that was told before.
 */
final class FanOut {

    /** Nearly all orders have fewer lines. */
    private static final int AT_ONCE = 20;

    private final JoinStore store;
    private final Reconciler reconciler;
    private final NavigableMap<String, String> work;

    FanOut(JoinStore store, Reconciler reconciler) {
        this.store = store;
        this.reconciler = reconciler;
        this.work = store.work();
    }

    /** The header of an order has changed. */
    void tell(String order) {
        go(order, "");
    }

    /** The orders that have lines still to be told. */
    List<String> waiting() {
        return new ArrayList<>(work.keySet());
    }

    boolean isIdle() {
        return work.isEmpty();
    }

    /** Goes on with an order; true when all its lines have been told. */
    boolean goOn(String order, Slice slice) {
        while (work.containsKey(order) && !slice.isOver()) {
            go(order, work.getOrDefault(order, ""));
        }
        return !work.containsKey(order);
    }

    private void go(String order, String from) {
        var lines = store.linesOf(order, from, AT_ONCE + 1);
        var header = store.order(order);
        for (var line : lines.subList(0, Math.min(AT_ONCE, lines.size()))) {
            var now = reconciler.reconcile(header, line.value());
            if (!now.equals(line.value())) {
                store.put(line.key(), now);
            }
        }
        if (lines.size() > AT_ONCE) {
            leave(order, lines.get(AT_ONCE).key());
        } else if (work.remove(order) != null) {
            store.deleteWork(order);
        }
    }

    private void leave(String order, String next) {
        work.put(order, next);
        store.putWork(order, next);
    }
}
