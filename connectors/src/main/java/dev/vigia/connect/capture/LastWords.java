package dev.vigia.connect.capture;

import dev.vigia.connect.write.WriterConfig;
import dev.vigia.schemas.Keys;
import dev.vigia.schemas.Topics;
import dev.vigia.schemas.registry.ValueSerdes;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a capture that stops leaves behind for those who watch its progress: what a person must do. The next one that
 * starts takes it back. It needs no transaction, and takes none from a capture that may be at work somewhere else.
 */
final class LastWords {

    private static final Logger LOG = LoggerFactory.getLogger(LastWords.class);

    private static final int PATIENCE_MILLIS = 10_000;

    private LastWords() {}

    /** Says in the log where it cannot be written. */
    static void write(WriterConfig config, String remedy) {
        try {
            send(config, remedy);
        } catch (KafkaException | ExecutionException e) {
            LOG.warn("capture {}: that it has stopped is told here alone", config.source(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(WriterConfig config, String remedy) throws ExecutionException, InterruptedException {
        var progress =
                CaptureState.read(config).orElseGet(CaptureState::unknown).progress(config, null, remedy);
        var settings = config.kafkaWith(Map.of(
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                PATIENCE_MILLIS,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS / 2,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS));
        var values = ValueSerdes.<SpecificRecord>from(config.values()).serializer();
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), values)) {
            producer.send(new ProducerRecord<>(
                            config.name(Topics.CAPTURE_PROGRESS), Keys.of(config.source()), progress))
                    .get();
        }
    }
}
