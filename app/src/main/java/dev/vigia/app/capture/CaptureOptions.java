package dev.vigia.app.capture;

import dev.vigia.app.program.Failure;
import dev.vigia.connect.capture.CaptureConfig;
import dev.vigia.connect.capture.EpochChoice;
import dev.vigia.connect.capture.HeartbeatSettings;
import dev.vigia.connect.row.TableId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that say how a database is captured. */
public final class CaptureOptions {

    private static final String NO_TABLE = "none";
    private static final long MEBIBYTE = 1 << 20;

    @Option(
            names = "--heartbeat-table",
            paramLabel = "TABLE",
            description =
                    "Table of one row that we update, to see how far the log is; none where the database may not be"
                            + " written (${DEFAULT-VALUE}).")
    private String heartbeatTable = "public.vigia_heartbeat";

    @Option(names = "--heartbeat-every", paramLabel = "SECONDS", description = "How often (${DEFAULT-VALUE}).")
    private double heartbeatSeconds = 10;

    @Option(
            names = "--business-clock",
            paramLabel = "SQL",
            description = "What the heartbeat's time is (${DEFAULT-VALUE}).")
    private String businessClock = "now()";

    @Nullable
    @Option(names = "--slot", paramLabel = "NAME", description = "Replication slot and publication (vigia_SOURCE).")
    private String slot;

    @Option(
            names = "--lag-limit",
            paramLabel = "MIB",
            description = "Log that may wait before it is an alarm, in MiB (${DEFAULT-VALUE}).")
    private long lagLimit = 1024;

    @Mixin
    private EpochOptions epochs = new EpochOptions();

    /** The same capture, as these options have it. */
    public CaptureConfig apply(CaptureConfig config) {
        var chosen = config.with(heartbeat()).with(epochs()).withLagLimit(lagLimit * MEBIBYTE);
        return slot == null ? chosen : chosen.withSlot(slot);
    }

    public EpochChoice epochs() {
        return epochs.choice();
    }

    private HeartbeatSettings heartbeat() {
        if (heartbeatSeconds < 0.1) {
            throw Failure.usage("--heartbeat-every must be at least 0.1 seconds");
        }
        return new HeartbeatSettings(table(), Duration.ofMillis((long) (heartbeatSeconds * 1000)), businessClock);
    }

    private @Nullable TableId table() {
        if (heartbeatTable.equals(NO_TABLE)) {
            return null;
        }
        var table = TableId.parse(heartbeatTable);
        return table.schema().isEmpty() ? new TableId("public", table.name()) : table;
    }
}
