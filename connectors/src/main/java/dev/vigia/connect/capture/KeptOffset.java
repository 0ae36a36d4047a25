package dev.vigia.connect.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.connect.runtime.WorkerConfig;
import org.apache.kafka.connect.storage.OffsetBackingStore;
import org.apache.kafka.connect.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Tells the engine from where to go on, and remembers what it says until it ends. Kafka keeps the offset elsewhere: in
 * the transactions that hold the records themselves. The engine makes it by its name and hands it its settings; there
 * is one partition, so one offset.
 */
public final class KeptOffset implements OffsetBackingStore {

    /** The setting that holds the offset to begin with, as JSON. */
    static final String SETTING = "vigia.offset";

    private static final ObjectMapper JSON = new ObjectMapper();

    private @Nullable ByteBuffer newest;

    /** An offset as a setting. */
    static String setting(Map<String, Object> offset) {
        try {
            return JSON.writeValueAsString(offset);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void configure(WorkerConfig config) {
        if (config.originals().get(SETTING) instanceof String kept) {
            newest = StandardCharsets.UTF_8.encode(kept);
        }
    }

    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public synchronized Future<Map<ByteBuffer, ByteBuffer>> get(Collection<ByteBuffer> partitions) {
        var offsets = new HashMap<ByteBuffer, ByteBuffer>();
        var offset = newest;
        if (offset != null) {
            partitions.forEach(partition -> offsets.put(partition, offset.duplicate()));
        }
        return CompletableFuture.completedFuture(offsets);
    }

    @Override
    public synchronized Future<Void> set(Map<ByteBuffer, ByteBuffer> offsets, Callback<Void> callback) {
        offsets.values().forEach(offset -> newest = offset);
        callback.onCompletion(null, null);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Set<Map<String, Object>> connectorPartitions(String connector) {
        return Set.of();
    }
}
