package dev.vigia.connect.csv;

import dev.vigia.schemas.Topic;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;

/** Finds what stands in a topic since before an epoch. */
@FunctionalInterface
public interface Leftovers {

    /** Tells of each key of the source whose newest record is older than the epoch and no delete, with its type. */
    void find(Topic topic, long epoch, BiConsumer<String, Class<? extends SpecificRecord>> found);
}
