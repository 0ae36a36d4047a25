package dev.vigia.connect.capture;

import dev.vigia.connect.write.WriterConfig;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What is captured, from where and to where.
 *
 * @param slot name of the replication slot, and of the publication
 * @param lagLimit bytes of the source's log that may wait before it is an alarm
 * @param rowsFolder where rows that are looked up are stored while it runs: a folder of its own
 * @param offsets what moves the offset
 */
public record CaptureConfig(
        WriterConfig writer,
        SourceDatabase database,
        CapturePlan plan,
        HeartbeatSettings heartbeat,
        String slot,
        EpochChoice epochs,
        long lagLimit,
        Path rowsFolder,
        OffsetRule offsets) {

    private static final long GIBIBYTE = 1L << 30;

    /** Everything as usual. */
    public static CaptureConfig of(WriterConfig writer, SourceDatabase database, CapturePlan plan) {
        var slot = "vigia_" + writer.source().toLowerCase(Locale.ROOT).replace('-', '_');
        return new CaptureConfig(
                writer,
                database,
                plan,
                HeartbeatSettings.usual(),
                slot,
                EpochChoice.USUAL,
                GIBIBYTE,
                writer.scratch("rows-" + writer.source()),
                OffsetRule.WHOLE_TRANSACTIONS);
    }

    public CaptureConfig with(HeartbeatSettings other) {
        return new CaptureConfig(writer, database, plan, other, slot, epochs, lagLimit, rowsFolder, offsets);
    }

    public CaptureConfig with(EpochChoice other) {
        return new CaptureConfig(writer, database, plan, heartbeat, slot, other, lagLimit, rowsFolder, offsets);
    }

    public CaptureConfig withSlot(String other) {
        return new CaptureConfig(writer, database, plan, heartbeat, other, epochs, lagLimit, rowsFolder, offsets);
    }

    public CaptureConfig withLagLimit(long other) {
        return new CaptureConfig(writer, database, plan, heartbeat, slot, epochs, other, rowsFolder, offsets);
    }

    public CaptureConfig withRowsFolder(Path other) {
        return new CaptureConfig(writer, database, plan, heartbeat, slot, epochs, lagLimit, other, offsets);
    }

    public CaptureConfig with(OffsetRule other) {
        return new CaptureConfig(writer, database, plan, heartbeat, slot, epochs, lagLimit, rowsFolder, other);
    }
}
