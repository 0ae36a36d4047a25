package dev.vigia.connect.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vigia.connect.write.StateTopic;
import dev.vigia.connect.write.WriterConfig;
import dev.vigia.schemas.Keys;
import java.io.IOException;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** What earlier imports of a source kept: how far the source is, and the newest complete import of each file. */
public final class ImportMemory {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String source;
    private final Map<String, byte[]> kept;

    ImportMemory(String source, Map<String, byte[]> kept) {
        this.source = source;
        this.kept = kept;
    }

    /** Nothing was imported before. */
    public static ImportMemory none(String source) {
        return new ImportMemory(source, Map.of());
    }

    /** Reads what was committed. */
    public static ImportMemory read(WriterConfig config) throws InterruptedException {
        StateTopic.ensure(config, config.stateTopic());
        return new ImportMemory(config.source(), StateTopic.newest(config, config.stateTopic()));
    }

    SourceState state() {
        var json = kept.get(source);
        if (json == null) {
            return SourceState.NONE;
        }
        var state = parse(json, SourceState.class);
        if (state == null || !SourceState.KIND.equals(state.kind())) {
            throw new ConfigException("source " + source + " is captured from elsewhere, and files cannot be told apart"
                    + " from that. Give the source another name in the mapping of the files. Nothing was written.");
        }
        return state;
    }

    /** The newest complete import of the file in this place; null where there was none. */
    @Nullable
    FileState newest(String place) {
        var json = kept.get(fileKey(place));
        return json == null ? null : parse(json, FileState.class);
    }

    /** Under which the source is kept. */
    String sourceKey() {
        return source;
    }

    /** Under which the newest complete import of a file is kept. */
    String fileKey(String place) {
        return Keys.of(source, "file", place);
    }

    static byte[] json(Object state) {
        try {
            return JSON.writeValueAsBytes(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> @Nullable T parse(byte[] json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (IOException e) {
            return null;
        }
    }
}
