package dev.vigia.bench.capture;

import java.io.IOException;

/** Something that carries the rows of the trial's table into Kafka. */
interface Contestant extends AutoCloseable {

    String name();

    /** Begins with a snapshot, then follows. */
    void begin() throws Exception;

    /** How many rows are in Kafka by now. */
    long done();

    @Override
    void close() throws IOException;
}
