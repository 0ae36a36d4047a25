package dev.vigia.connect.mqtt.message;

import dev.vigia.connect.row.Column;
import java.util.List;

/** How the payload of a message becomes rows; each holds the columns of the topic's names first, then those of the payload. */
public sealed interface Payload permits JsonPayload, NumberPayload {

    /** The columns that it fills, beside those of the topic. */
    List<Column> columns();

    /**
     * What the payload says.
     *
     * @param offset how many values of a row come before those of the payload
     */
    List<Part> parts(byte[] payload, int offset, int width) throws UnreadableException;
}
