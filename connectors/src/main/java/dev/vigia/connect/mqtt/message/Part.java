package dev.vigia.connect.mqtt.message;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One reading within a payload.
 *
 * @param values of a row, of which those of the payload are filled
 * @param number its place in a payload of several, from 1; 0 where it is the whole payload
 * @param wrong why it is no reading at all; null where it may be one
 */
@SuppressWarnings("ArrayRecordComponent") // Parts are never compared.
record Part(
        @Nullable Object[] values,
        ByteBuffer bytes,
        int number,
        @Nullable String wrong) {}
