package dev.vigia.connect.capture;

import dev.vigia.connect.row.TableId;
import dev.vigia.connect.write.CanonicalWriter;
import dev.vigia.schema.Phase;
import dev.vigia.schema.QualityIssue;
import dev.vigia.schema.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells people how far capture is and what is wrong, and knows which tables are paused. One thread. */
final class Reports {

    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);

    private final CaptureConfig config;
    private final CanonicalWriter writer;
    private final Ledger ledger;
    private final LagWatch lag;
    private final Map<TableId, Boolean> feedsSales = new TreeMap<>();
    private final long interval;
    private final Runnable changed;
    private long due = System.nanoTime();

    Reports(CaptureConfig config, CanonicalWriter writer, Ledger ledger, LagWatch lag, Runnable changed) {
        this.config = config;
        this.writer = writer;
        this.ledger = ledger;
        this.lag = lag;
        this.changed = changed;
        this.interval = config.heartbeat().every().toNanos();
    }

    void watch(List<TableIntake> tables) {
        tables.forEach(table -> feedsSales.put(table.table(), table.feedsSales()));
    }

    /** Whether a table is paused; pauses it, with one alarm, where this event can no longer be read. */
    boolean isPaused(TableIntake table, Struct envelope) {
        if (ledger.paused().containsKey(table.table().toString())) {
            return true;
        }
        var problems = table.rows().problems(envelope);
        if (problems.isEmpty()) {
            return false;
        }
        pause(table, String.join(", ", problems));
        return true;
    }

    /** Whether a sales topic lacks rows, so that nothing can be vouched for. */
    boolean isSalesPaused() {
        return ledger.paused().keySet().stream()
                .anyMatch(table -> feedsSales.getOrDefault(TableId.parse(table), false));
    }

    void phaseChanged() {
        LOG.info("capture {}: {} in epoch {}, {}", source(), ledger.phase(), ledger.epoch(), ledger.counts());
        due = System.nanoTime();
        changed.run();
    }

    /** Once in the heartbeat's interval. */
    void writeIfDue() {
        if (System.nanoTime() - due >= 0) {
            due = System.nanoTime() + interval;
            writer.progress(ledger.present().progress(config.writer(), lag.bytes(), alarm()));
            ledger.touched();
        }
    }

    /** Leaves the rows of a table aside from now on, and raises one alarm; refuses that where it would retract them. */
    void pause(TableIntake intake, String why) {
        var table = intake.table();
        if (ledger.phase() == Phase.SNAPSHOT) {
            throw new CaptureRefusedException(
                    table + ": " + why + ". What a snapshot leaves out is retracted at its end,"
                            + " so it ends here. Correct the table or the mapping, then start again.");
        }
        LOG.error("capture {}: table {} is paused: {}. {}", source(), table, why, REMEDY);
        ledger.pause(table, PausedTable.of(intake.rows().shape(), why));
        report(table.toString(), true, "Table " + table + " is paused: " + why + ". " + REMEDY);
    }

    /** Tells of tables that were paused that a new epoch reads them again. */
    void mended(Set<String> tables) {
        tables.forEach(table -> report(
                table, false, "Table " + table + " was paused, and is read again from epoch " + ledger.epoch() + "."));
    }

    private void report(String table, boolean open, String words) {
        writer.report(QualityIssue.newBuilder()
                .setRule("table-paused")
                .setSeverity(open ? Severity.ALARM : Severity.INFO)
                .setSubject(table)
                .setSource(source())
                .setOpen(open)
                .setSince(ledger.markedAt())
                .setDescription(words)
                .setOrigin(table + " at " + ledger.position())
                .setMadeBy("capture")
                .setMadeAt(config.writer().clock().instant())
                .build());
        ledger.touched();
    }

    private static final String REMEDY =
            "Its rows are counted and left aside. Correct the table or the mapping, then start with --new-epoch.";

    private @Nullable String alarm() {
        var alarms = new ArrayList<String>();
        ledger.paused()
                .forEach((table, how) -> alarms.add("table " + table + " is paused: " + how.why() + ". " + REMEDY));
        var behind = lag.alarm();
        if (behind != null) {
            alarms.add(behind);
        }
        return alarms.isEmpty() ? null : String.join("; ", alarms);
    }

    private String source() {
        return config.writer().source();
    }
}
