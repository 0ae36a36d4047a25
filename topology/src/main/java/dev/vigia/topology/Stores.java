package dev.vigia.topology;

import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** All state stores. A changelog topic is named after its store: renaming one loses what it keeps. */
public final class Stores {

    /** Orders and their lines, and how far each source has come through them. */
    public static final String SALES_ORDERS = "sales-orders";

    /** Open weeks and histories of series. */
    public static final String SERIES_WEEKS = "series-weeks";

    /** Segments small enough to be compacted soon, so that a lost disk is restored from little. */
    private static final Map<String, String> CHANGELOG =
            Map.of(TopicConfig.SEGMENT_BYTES_CONFIG, "67108864", TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.1");

    private Stores() {}

    static StoreBuilder<KeyValueStore<Bytes, byte[]>> salesOrders() {
        return store(SALES_ORDERS);
    }

    static StoreBuilder<KeyValueStore<Bytes, byte[]>> seriesWeeks() {
        return store(SERIES_WEEKS);
    }

    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> store(String name) {
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                        org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name),
                        Serdes.Bytes(),
                        Serdes.ByteArray())
                .withLoggingEnabled(CHANGELOG);
    }
}
