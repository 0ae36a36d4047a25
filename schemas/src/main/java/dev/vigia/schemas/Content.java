package dev.vigia.schemas;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What a topic holds: how its records are keyed, and of which types they are. */
public record Content(KeyKind key, List<Class<? extends SpecificRecord>> types) {

    static Content keyed(KeyKind key) {
        return new Content(key, List.of());
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // The array goes no further than the list.
    final Content holding(Class<? extends SpecificRecord>... recordTypes) {
        return new Content(key, List.of(recordTypes));
    }
}
