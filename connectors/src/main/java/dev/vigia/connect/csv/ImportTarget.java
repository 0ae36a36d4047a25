package dev.vigia.connect.csv;

import dev.vigia.connect.mapping.Refusal;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.write.Mark;
import dev.vigia.connect.write.Origin;
import dev.vigia.connect.write.Ready;
import dev.vigia.schema.CaptureProgress;
import dev.vigia.schemas.Position;
import java.util.function.Supplier;

/** Where an import goes. What was said since the last commit becomes visible together, or not at all. */
public interface ImportTarget {

    /** Does whatever can be done for an output before it is written. Any thread. */
    default Ready ready(Output output, Position position) {
        return Ready.of(output, position);
    }

    /** Writes what was made ready, as {@link #write(Output, Position, Supplier)} does. */
    default boolean write(Ready ready, Supplier<Origin> origin) {
        return write(ready.output(), ready.position(), origin);
    }

    /** Writes a record or a delete; false where it became a dead letter, being too large. */
    boolean write(Output output, Position position, Supplier<Origin> origin);

    void refuse(Refusal refusal, Origin origin);

    void mark(Mark mark);

    void progress(CaptureProgress progress);

    /** Keeps something of the source's own, under a key. */
    void keep(String key, byte[] value);

    void commit();
}
