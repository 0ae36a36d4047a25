package dev.vigia.connect.capture;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks how the slot and the tables stand in the log, by a connection of its own, and sets the heartbeat's row where all is
 * as it was; again and again. Both in one transaction: the row vouches for all that was committed before.
 */
final class HeartbeatThread implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HeartbeatThread.class);

    private final CaptureConfig config;
    private final LagWatch lag;
    private final Check check;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private boolean failing;

    /** Told how the slot and the mapped tables stand in the log. */
    interface Check {

        /** False where changes are missing from it. */
        boolean isWhole(@Nullable Slot slot, Map<String, String> tables);
    }

    private HeartbeatThread(CaptureConfig config, LagWatch lag, Check check) {
        this.config = config;
        this.lag = lag;
        this.check = check;
        this.thread =
                new Thread(this::run, "capture-heartbeat-" + config.writer().source());
        thread.setDaemon(true);
    }

    static HeartbeatThread start(CaptureConfig config, LagWatch lag, Check check) {
        var heartbeat = new HeartbeatThread(config, lag, check);
        heartbeat.thread.start();
        return heartbeat;
    }

    private void run() {
        while (!isClosedWithin(0)) {
            try (var connection = config.database().connect()) {
                beat(connection);
            } catch (SQLException e) {
                failed(e);
            }
            if (isClosedWithin(config.heartbeat().every().toMillis())) {
                return;
            }
            lag.unknown();
        }
    }

    private void beat(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        do {
            var slot = Slot.read(connection, config.slot());
            slot.ifPresent(found -> lag.measured(found.lag()));
            update(connection);
            // After the update, which took its time before: nothing goes missing unseen until then.
            var tables = LoggedTables.read(connection, config.slot(), config.plan());
            if (check.isWhole(slot.orElse(null), tables)) {
                connection.commit();
            } else {
                connection.rollback();
            }
            recovered();
        } while (!isClosedWithin(config.heartbeat().every().toMillis()));
    }

    private void update(Connection connection) throws SQLException {
        var table = config.heartbeat().table();
        if (table != null) {
            try (var statement = connection.createStatement()) {
                statement.executeUpdate("update " + Names.quoted(table) + " set \"" + HeartbeatSettings.COLUMN + "\" = "
                        + config.heartbeat().clock());
            }
        }
    }

    private void failed(SQLException e) {
        if (!failing) {
            LOG.warn("capture {}: no heartbeat: {}", config.writer().source(), e.getMessage());
        }
        failing = true;
        lag.trouble("the heartbeat cannot be written to the source: " + Objects.requireNonNullElse(e.getMessage(), ""));
    }

    private void recovered() {
        if (failing) {
            LOG.info("capture {}: the heartbeat beats again", config.writer().source());
        }
        failing = false;
        lag.trouble(null);
    }

    private boolean isClosedWithin(long millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
    }
}
