package dev.vigia.connect.csv;

import dev.vigia.connect.mapping.Refusal;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.write.Mark;
import dev.vigia.connect.write.Origin;
import dev.vigia.schema.CaptureProgress;
import dev.vigia.schemas.Position;
import java.util.function.Supplier;

/** A dry run: everything is read and mapped, and nothing written. */
public final class NoTarget implements ImportTarget {

    @Override
    public boolean write(Output output, Position position, Supplier<Origin> origin) {
        return true;
    }

    @Override
    public void refuse(Refusal refusal, Origin origin) {}

    @Override
    public void mark(Mark mark) {}

    @Override
    public void progress(CaptureProgress progress) {}

    @Override
    public void keep(String key, byte[] value) {}

    @Override
    public void commit() {}
}
