package dev.vigia.connect.mqtt.machine;

import dev.vigia.connect.write.WriterConfig;
import dev.vigia.schema.Channel;
import dev.vigia.schema.EquipmentAsset;
import dev.vigia.schemas.Keys;
import dev.vigia.schemas.Topics;
import dev.vigia.schemas.registry.ValueSerdes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows {@code equipment.asset.v1} in a thread of its own, from its beginning; the machines are kept in memory. */
public final class AssetTopic implements Machines, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AssetTopic.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Map<String, Set<String>> measures = new ConcurrentHashMap<>();
    private final Queue<String> changed = new ConcurrentLinkedQueue<>();
    private final WriterConfig config;
    private final Consumer<byte[], byte[]> consumer;
    private final Deserializer<SpecificRecord> values;
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean complete;
    private boolean isAway;

    private AssetTopic(WriterConfig config, Consumer<byte[], byte[]> consumer, Deserializer<SpecificRecord> values) {
        this.config = config;
        this.consumer = consumer;
        this.values = values;
        this.thread = new Thread(this::follow, "machines-" + config.source());
        thread.setDaemon(true);
    }

    public static AssetTopic follow(WriterConfig config) {
        var bytes = new ByteArrayDeserializer();
        return follow(
                config,
                new KafkaConsumer<>(settings(config), bytes, bytes),
                ValueSerdes.<SpecificRecord>from(config.values()).deserializer());
    }

    static AssetTopic follow(
            WriterConfig config, Consumer<byte[], byte[]> consumer, Deserializer<SpecificRecord> values) {
        var topic = new AssetTopic(config, consumer, values);
        topic.thread.start();
        return topic;
    }

    private static Map<String, Object> settings(WriterConfig config) {
        var settings = new HashMap<>(config.kafka());
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, config.internal(config.source() + "-machines"));
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return settings;
    }

    @Override
    public boolean isComplete() {
        return complete;
    }

    @Override
    public @Nullable Set<String> measures(String asset) {
        return measures.get(asset);
    }

    @Override
    public void changed(java.util.function.Consumer<String> asset) {
        for (var next = changed.poll(); next != null; next = changed.poll()) {
            asset.accept(next);
        }
    }

    /** Until it is closed: where Kafka or the registry was away, it reads again from the beginning. */
    private void follow() {
        try (consumer) {
            do {
                readUntilSomethingIsAway();
            } while (!closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (WakeupException | InterruptedException e) {
            LOG.debug("no longer following the machines");
        } catch (Throwable e) {
            // The border of this thread: whatever ends it must be told, errors of Java's own too.
            complete = false;
            LOG.error("The machines are no longer read, so unknown ones are not reported until the intake starts", e);
        }
    }

    private void readUntilSomethingIsAway() {
        try {
            read();
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            if (!isAway) {
                LOG.warn("The machines cannot be read for now, and unknown ones are not reported until they can", e);
            }
            isAway = true;
            complete = false;
        }
    }

    private void read() {
        measures.clear();
        var ends = assign();
        while (true) {
            consumer.poll(POLL).forEach(this::learn);
            if (!complete
                    && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                complete = true;
                isAway = false;
            }
        }
    }

    private Map<TopicPartition, Long> assign() {
        var name = config.name(Topics.ASSETS);
        List<TopicPartition> all = consumer.partitionsFor(name).stream()
                .map(info -> new TopicPartition(name, info.partition()))
                .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        return consumer.endOffsets(all);
    }

    private void learn(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            return;
        }
        var asset = Keys.parts(new String(record.key(), StandardCharsets.UTF_8)).get(0);
        try {
            learn(asset, record.value() == null ? null : value(record));
        } catch (SerializationException e) {
            LOG.warn(
                    "Machine {} stays as it was known: its record at {}/{} cannot be read",
                    asset,
                    record.partition(),
                    record.offset(),
                    e);
        }
    }

    private void learn(String asset, @Nullable SpecificRecord value) {
        if (value instanceof EquipmentAsset machine) {
            measures.put(
                    asset,
                    machine.getChannels().stream().map(Channel::getMeasure).collect(Collectors.toUnmodifiableSet()));
            changed.add(asset);
        } else {
            measures.remove(asset);
        }
    }

    private SpecificRecord value(ConsumerRecord<byte[], byte[]> record) {
        return values.deserialize(record.topic(), record.headers(), record.value());
    }

    @Override
    public void close() {
        closed.countDown();
        consumer.wakeup();
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        values.close();
    }
}
