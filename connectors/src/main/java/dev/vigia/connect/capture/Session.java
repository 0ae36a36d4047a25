package dev.vigia.connect.capture;

import dev.vigia.schema.Phase;
import java.util.Set;

/** One run of capture, ready to go: whatever goes wrong ends it, and the next one goes on from what was committed. */
interface Session extends AutoCloseable {

    /** Captures until it is stopped or fails. */
    void run();

    /** Makes {@link #run()} return, now or when asked again: while it is being started it cannot be stopped. */
    void stop();

    Phase phase();

    long epoch();

    /** The tables that are left aside. */
    Set<String> paused();

    /** How many rows of this epoch became dead letters. */
    long refused();

    @Override
    void close();

    /** Opens one, or says what stands in its way. */
    interface Opening {

        Session open(CaptureConfig config, Runnable phaseChanged) throws Exception;
    }
}
