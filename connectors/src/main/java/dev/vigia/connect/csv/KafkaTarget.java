package dev.vigia.connect.csv;

import dev.vigia.connect.mapping.Refusal;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.write.CanonicalWriter;
import dev.vigia.connect.write.Mark;
import dev.vigia.connect.write.Origin;
import dev.vigia.connect.write.Ready;
import dev.vigia.connect.write.WriterConfig;
import dev.vigia.schema.CaptureProgress;
import dev.vigia.schemas.Position;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** An import into Kafka. */
public record KafkaTarget(CanonicalWriter writer, WriterConfig config) implements ImportTarget {

    @Override
    public Ready ready(Output output, Position position) {
        return writer.ready(output, position);
    }

    @Override
    public boolean write(Ready ready, Supplier<Origin> origin) {
        return writer.write(ready, null, origin);
    }

    @Override
    public boolean write(Output output, Position position, Supplier<Origin> origin) {
        return writer.write(output, position, null, origin);
    }

    @Override
    public void refuse(Refusal refusal, Origin origin) {
        writer.refuse(refusal, origin);
    }

    @Override
    public void mark(Mark mark) {
        writer.mark(mark);
    }

    @Override
    public void progress(CaptureProgress progress) {
        writer.progress(progress);
    }

    @Override
    public void keep(String key, byte[] value) {
        writer.keep(config.stateTopic(), key.getBytes(StandardCharsets.UTF_8), value);
    }

    @Override
    public void commit() {
        writer.commit();
    }
}
