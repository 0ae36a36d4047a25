package dev.vigia.connect.mqtt.message;

import dev.vigia.connect.mapping.Refusal;
import dev.vigia.schema.SensorReading;

/** What one reading in a message came to. */
public sealed interface Taken {

    /**
     * A reading under its key.
     *
     * @param shown should it be refused further on
     */
    record Read(String key, SensorReading reading, Shown shown) implements Taken {}

    /** The mapping leaves it out. */
    record Excluded() implements Taken {}

    /**
     * It cannot be used.
     *
     * @param shown of what it is about
     * @param number its place in a payload of several, from 1; 0 where it is about the whole payload
     */
    record Refused(Refusal refusal, Shown shown, int number) implements Taken {}
}
