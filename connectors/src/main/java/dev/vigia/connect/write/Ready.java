package dev.vigia.connect.write;

import dev.vigia.connect.record.Output;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * An output on its way.
 *
 * @param record what is sent, but for its position; null where that is made when it is written
 */
public record Ready(Output output, @Nullable ProducerRecord<byte[], byte[]> record) {

    /** An output that nothing was done for yet. */
    public static Ready of(Output output) {
        return new Ready(output, null);
    }
}
