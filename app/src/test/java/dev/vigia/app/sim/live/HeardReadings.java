package dev.vigia.app.sim.live;

import dev.vigia.app.sim.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Takes readings in memory, and refuses them when a test wants it to. */
final class HeardReadings implements Readings {

    private final List<Reading> readings = new ArrayList<>();
    private final List<Instant> notes = new ArrayList<>();
    private Runnable before = () -> {};
    private boolean failing;

    @Override
    public int publish(Supplier<List<Reading>> made) {
        before.run();
        if (failing) {
            failing = false;
            throw new IllegalStateException("the broker is gone");
        }
        readings.addAll(made.get());
        return made.get().size();
    }

    void beforeEach(Runnable action) {
        before = action;
    }

    void failOnce() {
        failing = true;
    }

    void note(Instant moment) {
        notes.add(moment);
    }

    List<Instant> notes() {
        return notes;
    }

    List<Reading> readings() {
        return readings;
    }
}
