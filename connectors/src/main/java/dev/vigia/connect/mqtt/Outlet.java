package dev.vigia.connect.mqtt;

import dev.vigia.connect.mapping.Refusal;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.write.Origin;
import dev.vigia.schema.QualityIssue;
import dev.vigia.schemas.Position;
import org.jspecify.annotations.Nullable;

/** Where readings go, and what is said of them: Kafka, or a counter in a test. */
public interface Outlet {

    void write(Output.Upsert reading, Position position, Origin origin);

    void refuse(Refusal refusal, Origin origin);

    void report(QualityIssue issue);

    /** Keeps something for the next start, or forgets it where the value is null. */
    void keep(String name, byte @Nullable [] value);
}
