package dev.vigia.connect.record;

import dev.vigia.connect.mapping.Refusal;
import dev.vigia.connect.row.Row;
import dev.vigia.schema.DeleteReason;
import dev.vigia.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What a change of a row comes to. */
public sealed interface Output {

    Topic topic();

    /** Under which the record stands; null where that could not be read. */
    @Nullable
    String key();

    /** The record that now holds under this key. */
    record Upsert(Topic topic, String key, SpecificRecord value) implements Output {}

    /** Nothing holds under this key any more. */
    record Delete(Topic topic, String key, Class<? extends SpecificRecord> type, DeleteReason reason)
            implements Output {}

    /**
     * The row could not be mapped; whatever held before still holds.
     *
     * @param key under which a record would have stood; null where not even that could be read
     */
    record Refused(Topic topic, @Nullable String key, Row row, Refusal refusal) implements Output {}
}
