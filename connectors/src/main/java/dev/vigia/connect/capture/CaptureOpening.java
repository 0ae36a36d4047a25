package dev.vigia.connect.capture;

import dev.vigia.connect.write.CanonicalWriter;
import dev.vigia.connect.write.StateTopic;
import dev.vigia.connect.write.WriterMetrics;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at source and Kafka, decides how to go on, and makes in the source what capture needs there. */
final class CaptureOpening {

    private static final Logger LOG = LoggerFactory.getLogger(CaptureOpening.class);

    private final CaptureConfig config;
    private final Connection connection;

    private CaptureOpening(CaptureConfig config, Connection connection) {
        this.config = config;
        this.connection = connection;
    }

    /** A session that is ready to run. Where anything stands in its way, nothing is written anywhere. */
    static CaptureSession open(CaptureConfig config, WriterMetrics metrics, LagWatch lag, Runnable phaseChanged)
            throws SQLException, InterruptedException {
        try (var connection = config.database().connect()) {
            return new CaptureOpening(config, connection).open(metrics, lag, phaseChanged);
        } catch (SQLException e) {
            lag.unknown();
            throw e;
        }
    }

    private CaptureSession open(WriterMetrics metrics, LagWatch lag, Runnable phaseChanged)
            throws SQLException, InterruptedException {
        requireFreeSlot(lag);
        StateTopic.ensure(config.writer(), config.writer().stateTopic());
        var epoch = decide();
        var fit = new Preflight(config, connection).check(epoch.state().paused());
        epoch.requireAllowed();
        var writer = CanonicalWriter.open(config.writer(), metrics);
        try {
            requireUnchanged(epoch);
            return new CaptureSession(config, writer, prepare(epoch, fit), fit, lag, phaseChanged);
        } catch (Throwable e) {
            writer.close();
            throw e;
        }
    }

    /** Measures too, before Kafka is asked: the log piles up while that is gone. */
    private void requireFreeSlot(LagWatch lag) throws SQLException {
        var slot = Slot.read(connection, config.slot());
        slot.ifPresent(found -> lag.measured(found.lag()));
        int reader = slot.map(Slot::active).orElse(0);
        if (reader != 0) {
            throw new SlotBusyException(config.slot(), reader);
        }
    }

    private EpochDecision decide() throws SQLException {
        var found = new EpochDecision.Found(
                CaptureState.read(config.writer()),
                ServerIdentity.of(connection),
                Slot.read(connection, config.slot()),
                new Publication(config.slot(), connection).exists(),
                tables());
        return EpochDecision.of(found, config.epochs(), config.plan().fingerprint());
    }

    /** Whoever wrote before is fenced off now, so that what Kafka keeps is final. */
    private void requireUnchanged(EpochDecision epoch) throws SQLException {
        if (!decide().equals(epoch)) {
            throw new IllegalStateException("another capture of this source has written just now");
        }
    }

    /** A snapshot begins with tables that are published now; otherwise they are what they were. */
    private EpochDecision prepare(EpochDecision epoch, Preflight.Fit fit) throws SQLException {
        new HeartbeatTable(config, connection).ensure();
        if (epoch.isNew()) {
            LOG.info(
                    "capture {}: epoch {} begins with a snapshot, because {}",
                    config.writer().source(),
                    epoch.state().epoch(),
                    epoch.newBecause());
            Slot.drop(connection, config.slot());
        }
        new Publication(config.slot(), connection).ensure(fit.published());
        return epoch.isNew() ? epoch.with(tables()) : epoch;
    }

    private Map<String, String> tables() throws SQLException {
        return LoggedTables.read(connection, config.slot(), config.plan());
    }
}
