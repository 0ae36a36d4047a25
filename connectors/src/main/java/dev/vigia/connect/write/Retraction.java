package dev.vigia.connect.write;

import dev.vigia.connect.join.RocksStore;
import dev.vigia.connect.join.Store;
import dev.vigia.connect.record.Output;
import dev.vigia.schema.DeleteReason;
import dev.vigia.schema.Deleted;
import dev.vigia.schemas.Position;
import dev.vigia.schemas.RecordKind;
import dev.vigia.schemas.Topic;
import dev.vigia.schemas.registry.ValueSerdes;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a source wrote in older epochs and not in its present one: rows that are gone. It reads what is committed
 * once, keeps the keys in question on disk, and tells of them only when all is read: reading may take longer than a
 * transaction lives that is opened for what was told. One thread.
 */
public final class Retraction {

    private static final int MEGABYTES = 16;

    private final WriterConfig config;

    public Retraction(WriterConfig config) {
        this.config = config;
    }

    /**
     * Has all that older epochs left in topics deleted.
     *
     * @param commit what was written is committed before the next topic is read
     */
    public void retract(Collection<Topic> topics, long epoch, Consumer<Output.Delete> out, Runnable commit) {
        for (var topic : topics) {
            find(topic, epoch, (key, type) -> out.accept(new Output.Delete(topic, key, type, DeleteReason.RETRACTED)));
            commit.run();
        }
    }

    /**
     * Tells of each key of the source whose newest record is older than the epoch and no delete, with its type. Nothing
     * that the source wrote may be uncommitted when it begins.
     */
    public void find(Topic topic, long epoch, BiConsumer<String, Class<? extends SpecificRecord>> found) {
        try (var values = ValueSerdes.<SpecificRecord>from(config.values());
                var log = new CommittedLog(config);
                var store = RocksStore.open(config.scratch("old-keys-" + config.source()), MEGABYTES)) {
            var search = new Search(values.deserializer(), epoch, new OldKeys(store));
            log.partitions(config.name(topic)).forEach(partition -> log.read(partition, search::look));
            store.compact(); // Else finding the next key could take long where millions were forgotten before it.
            search.old.forEach(found);
        }
    }

    /** What of a topic is older than an epoch. */
    private final class Search {

        private final Deserializer<SpecificRecord> values;
        private final long epoch;
        private final OldKeys old;

        Search(Deserializer<SpecificRecord> values, long epoch, OldKeys old) {
            this.values = values;
            this.epoch = epoch;
            this.old = old;
        }

        void look(ConsumerRecord<byte[], byte[]> record) {
            var type = isDeleteOrMarker(record) ? null : typeIfOlder(record);
            if (type == null) {
                old.forget(record.key());
            } else {
                old.keep(record.key(), type);
            }
        }

        private boolean isDeleteOrMarker(ConsumerRecord<byte[], byte[]> record) {
            return record.value() == null || record.headers().lastHeader(RecordKind.HEADER) != null;
        }

        private @Nullable Class<? extends SpecificRecord> typeIfOlder(ConsumerRecord<byte[], byte[]> record) {
            var position = Position.of(record.headers());
            if (position == null || position.epoch() >= epoch) {
                return null;
            }
            var value = values.deserialize(record.topic(), record.headers(), record.value());
            return value instanceof Deleted || !isOurs(value) ? null : value.getClass();
        }

        private boolean isOurs(SpecificRecord value) {
            var source = value.getSchema().getField("source");
            return source != null && config.source().equals(String.valueOf(value.get(source.pos())));
        }
    }

    /** Keys with the types of what stands under them, on disk. */
    private record OldKeys(Store store, Map<String, Class<? extends SpecificRecord>> types) {

        private static final byte[] PREFIX = {'K'};

        OldKeys(Store store) {
            this(store, new HashMap<>());
        }

        void keep(byte[] key, Class<? extends SpecificRecord> type) {
            types.putIfAbsent(type.getName(), type);
            store.put(prefixed(key), type.getName().getBytes(StandardCharsets.UTF_8));
        }

        void forget(byte[] key) {
            store.delete(prefixed(key));
        }

        void forEach(BiConsumer<String, Class<? extends SpecificRecord>> visitor) {
            store.scan(PREFIX, (key, type) -> {
                var name = new String(type, StandardCharsets.UTF_8);
                visitor.accept(
                        new String(key, PREFIX.length, key.length - PREFIX.length, StandardCharsets.UTF_8),
                        Objects.requireNonNull(types.get(name)));
                return true;
            });
        }

        private static byte[] prefixed(byte[] key) {
            var all = new byte[PREFIX.length + key.length];
            all[0] = PREFIX[0];
            System.arraycopy(key, 0, all, PREFIX.length, key.length);
            return all;
        }
    }
}
