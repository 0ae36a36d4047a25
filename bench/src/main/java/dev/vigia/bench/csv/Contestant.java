package dev.vigia.bench.csv;

import java.io.IOException;

/** Something that carries the lines of a file into Kafka. */
interface Contestant {

    String name();

    /** Carries all of them, and returns when they are there. */
    void carry(SalesReport report) throws IOException, InterruptedException;

    /** Stops where something is missing. */
    static void check(long came, long wanted) {
        if (came != wanted) {
            throw new IllegalStateException("there should be " + wanted + " and there are " + came);
        }
    }
}
