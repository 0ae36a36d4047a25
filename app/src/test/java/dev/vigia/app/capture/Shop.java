package dev.vigia.app.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.app.SharedStack;
import dev.vigia.connect.capture.Capture;
import dev.vigia.connect.capture.CaptureConfig;
import dev.vigia.connect.capture.CaptureStatus;
import dev.vigia.connect.capture.HeartbeatSettings;
import dev.vigia.connect.capture.MappingPlan;
import dev.vigia.connect.capture.SourceDatabase;
import dev.vigia.connect.mapping.Mapping;
import dev.vigia.connect.mapping.Salt;
import dev.vigia.connect.row.TableId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A database to capture, the topics it comes to, and a capture that can be started and stopped. */
final class Shop implements AutoCloseable {

    /** Lines of orders, by a key of two columns. */
    static final String LINES = """
            source: erp
            timezone: UTC
            records:
              - to: sales.line.v1
                from: public.line
                key: [order_id, id]
                fields: { quantity: quantity, unit: "'EA'" }
            """;

    static final String LINE_TABLE =
            "create table line (order_id bigint, id bigint, quantity numeric(18, 3), note varchar(9),"
                    + " primary key (order_id, id))";

    /** Orders, to be added to {@link #LINES}. */
    static final String ORDERS = """
              - to: sales.order.v1
                from: public.orders
                key: [id]
                fields: { region: region }
            """;

    static final String ORDER_TABLE = "create table orders (id bigint primary key, region varchar(20))";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration HEARTBEAT = Duration.ofMillis(200);

    private final Connection connection;
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Written written;
    private CaptureConfig config;
    private @Nullable Capture capture;

    Shop(String mapping, String... schema) throws SQLException {
        var name = SharedStack.newDatabase();
        var prefix = SharedStack.newTopics();
        var database = new SourceDatabase(SharedStack.jdbc(name), "postgres", "");
        var heartbeat = new HeartbeatSettings(new TableId("public", "vigia_heartbeat"), HEARTBEAT, "clock_timestamp()");
        this.connection = SharedStack.connect(name);
        this.written = new Written(SharedStack.contents(prefix));
        this.config = CaptureConfig.of(SharedStack.writer("erp", prefix), database, plan(mapping))
                .with(heartbeat)
                .withSlot("slot_" + name);
        sql(schema);
    }

    static MappingPlan plan(String mapping) {
        return new MappingPlan(Mapping.parse("shop.yaml", mapping), Salt.of("s1", "sixteen letters at least"));
    }

    CaptureConfig config() {
        return config;
    }

    Shop with(CaptureConfig other) {
        config = other;
        return this;
    }

    /** The same with another mapping. */
    void map(String mapping) {
        config = new CaptureConfig(
                config.writer(),
                config.database(),
                plan(mapping),
                config.heartbeat(),
                config.slot(),
                config.epochs(),
                config.lagLimit(),
                config.rowsFolder(),
                config.offsets());
    }

    /** Starts capture and waits until it is live, or refused. */
    CaptureStatus start() throws InterruptedException {
        stop();
        capture = Capture.start(config, metrics);
        return capture().awaitLive(PATIENCE);
    }

    Capture capture() {
        if (capture == null) {
            throw new IllegalStateException("capture is not started");
        }
        return capture;
    }

    /** Closes capture, and waits until the server has noticed. */
    void stop() {
        if (capture != null) {
            capture.close();
            capture = null;
            try {
                Eventually.holds(this::readers, readers -> assertThat(readers).isZero());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** How many processes of the server read from the slot, or are making it. */
    int readers() throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(
                        "select count(*) from pg_replication_slots where active and slot_name = '" + config.slot()
                                + "'")) {
            answer.next();
            return answer.getInt(1);
        }
    }

    SimpleMeterRegistry metrics() {
        return metrics;
    }

    Written written() {
        return written;
    }

    void sql(String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** What the newest records must be: quantity by key, as the table of lines is now. */
    Map<String, String> lines() throws SQLException {
        var rows = new TreeMap<String, String>();
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery("select order_id, id, quantity::text from line")) {
            while (answer.next()) {
                rows.put(answer.getString(1) + "|" + answer.getString(2), answer.getString(3));
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        stop();
        sql("select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = '" + config.slot()
                + "' and not active");
        connection.close();
    }
}
