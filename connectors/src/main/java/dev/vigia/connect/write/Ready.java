package dev.vigia.connect.write;

import dev.vigia.connect.record.Output;
import dev.vigia.schemas.Position;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * An output on its way.
 *
 * @param record what is sent; null where that is made when it is written
 * @param content a hash of what it says; deletes all say the same
 */
public record Ready(
        Output output, Position position, @Nullable ProducerRecord<byte[], byte[]> record, int content) {

    /** An output that nothing was done for yet. */
    public static Ready of(Output output, Position position) {
        int content = output instanceof Output.Upsert upsert ? upsert.value().hashCode() : 0;
        return new Ready(output, position, null, content);
    }
}
