package dev.vigia.connect.mqtt.message;

import dev.vigia.connect.mapping.Refusal;
import dev.vigia.schema.SensorReading;
import java.nio.ByteBuffer;

/** What one reading in a message came to. */
public sealed interface Taken {

    /** A reading under its key. */
    record Read(String key, SensorReading reading) implements Taken {}

    /** The mapping leaves it out. */
    record Excluded() implements Taken {}

    /**
     * It cannot be used.
     *
     * @param part the bytes of the payload that it is about
     * @param number its place in a payload of several, from 1; 0 where it is about the whole payload
     */
    record Refused(Refusal refusal, ByteBuffer part, int number) implements Taken {}
}
