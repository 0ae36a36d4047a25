package dev.vigia.connect.mapping;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What a rule makes of a row. */
public sealed interface Made {

    /** A canonical record under its key. */
    record Mapped(String key, SpecificRecord value) implements Made {}

    /** The rule's {@code where} leaves this row out. */
    record Excluded(String key) implements Made {}

    /** The row cannot be mapped; the key is null where not even that could be read. */
    record Refused(@Nullable String key, Refusal refusal) implements Made {}
}
