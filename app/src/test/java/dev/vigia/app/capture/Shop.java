package dev.vigia.app.capture;

import dev.vigia.app.local.LocalPostgres;
import dev.vigia.app.local.Servers;
import dev.vigia.connect.capture.Capture;
import dev.vigia.connect.capture.CaptureConfig;
import dev.vigia.connect.capture.HeartbeatSettings;
import dev.vigia.connect.capture.SourceDatabase;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.write.WriterConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A database with tables to capture, the topics they come to, and a capture that can be started and stopped. */
final class Shop implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final Duration HEARTBEAT = Duration.ofMillis(200);

    private final Connection connection;
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final WrittenTopics written;
    private CaptureConfig config;
    private @Nullable Capture capture;

    Shop(Servers servers, String source, String... tables) throws SQLException {
        var url = servers.database();
        var writer = new WriterConfig(
                source,
                servers.prefix(),
                servers.clients(),
                Map.of("schema.registry.url", servers.registry(), "auto.register.schemas", true),
                Clock.systemUTC());
        var database = new SourceDatabase(url, LocalPostgres.USER, "");
        var heartbeat = new HeartbeatSettings(new TableId("public", "vigia_heartbeat"), HEARTBEAT, "clock_timestamp()");
        this.connection = DriverManager.getConnection(url, LocalPostgres.USER, "");
        this.written = new WrittenTopics(writer);
        this.config = CaptureConfig.of(writer, database, ItemPlan.of(source, tables))
                .with(heartbeat)
                .withSlot("slot_" + url.substring(url.lastIndexOf('/') + 1));
        for (var table : tables) {
            sql("create table " + table + " (order_id bigint, id bigint, quantity numeric(20, 6), note varchar(9),"
                    + " primary key (order_id, id))");
        }
    }

    CaptureConfig config() {
        return config;
    }

    Shop with(CaptureConfig other) {
        config = other;
        return this;
    }

    /** Starts capture and waits until it is live, or is refused. */
    Capture start() throws InterruptedException {
        var started = Capture.start(config, metrics);
        capture = started;
        started.awaitLive(PATIENCE);
        return started;
    }

    void stop() {
        if (capture != null) {
            capture.close();
            capture = null;
        }
    }

    SimpleMeterRegistry metrics() {
        return metrics;
    }

    WrittenTopics written() {
        return written;
    }

    void sql(String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    Connection connection() {
        return connection;
    }

    /** What the newest records must be: quantity by key, as the tables are now. */
    Map<String, String> rows() throws SQLException {
        var rows = new TreeMap<String, String>();
        for (var table : config.plan().tables()) {
            try (var statement = connection.createStatement();
                    var answer = statement.executeQuery("select order_id, id, round(quantity, 3)::text from " + table
                            + " where quantity is distinct from 'NaN'")) {
                while (answer.next()) {
                    rows.put(answer.getString(1) + "|" + table.name() + answer.getString(2), answer.getString(3));
                }
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        stop();
        connection.close();
    }
}
