package dev.vigia.app.sim.live;

import dev.vigia.app.sim.Reading;
import java.util.List;
import java.util.function.Supplier;

/** Where the readings of the machines go. */
public interface Readings extends AutoCloseable {

    /** Nowhere; they are not even made. */
    Readings NOWHERE = readings -> 0;

    /**
     * Returns when every reading was received, however long that takes.
     *
     * @param readings in order of time, made when asked for
     * @return how many there were
     */
    int publish(Supplier<List<Reading>> readings) throws InterruptedException;

    @Override
    default void close() {}
}
