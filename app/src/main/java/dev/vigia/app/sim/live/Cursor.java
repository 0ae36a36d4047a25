package dev.vigia.app.sim.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Hands out what happens in order of time, up to a moment, then up to a later one. */
final class Cursor<T> {

    private final Iterator<T> remaining;
    private final Function<T, Instant> time;
    private @Nullable T next;

    Cursor(Iterator<T> inOrderOfTime, Function<T, Instant> time) {
        this.remaining = inOrderOfTime;
        this.time = time;
        advance();
    }

    /** What lies before a moment and was not taken yet. */
    List<T> takeBefore(Instant end) {
        var taken = new ArrayList<T>();
        for (var item = next; item != null && time.apply(item).isBefore(end); item = next) {
            taken.add(item);
            advance();
        }
        return taken;
    }

    private void advance() {
        next = remaining.hasNext() ? remaining.next() : null;
    }
}
