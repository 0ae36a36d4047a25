package dev.vigia.app.write;

import dev.vigia.connect.write.WriterConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Sees what consumers are given, before they do. */
public final class ReadWatch implements ConsumerInterceptor<byte[], byte[]> {

    /** Each record's place, in the order in which they were read. */
    static final Queue<String> PLACES = new ConcurrentLinkedQueue<>();

    private static volatile Runnable whenRead = () -> {};

    /** The same for one who only reads, and is watched. */
    static WriterConfig watched(WriterConfig config, Runnable whenRead) {
        PLACES.clear();
        ReadWatch.whenRead = whenRead;
        var settings = new HashMap<>(config.kafka());
        settings.put("interceptor.classes", ReadWatch.class.getName());
        return new WriterConfig(config.source(), config.prefix(), settings, config.values(), config.clock());
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        records.forEach(record -> PLACES.add(record.partition() + "/" + record.offset()));
        whenRead.run();
        return records;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void configure(Map<String, ?> settings) {}

    @Override
    public void close() {}
}
