package dev.vigia.bench.capture;

import dev.vigia.app.local.DataFolder;
import dev.vigia.app.local.LocalStack;
import dev.vigia.app.topics.LocalTopics;
import dev.vigia.connect.capture.CaptureConfig;
import dev.vigia.connect.capture.HeartbeatSettings;
import dev.vigia.connect.capture.MappingPlan;
import dev.vigia.connect.capture.OffsetRule;
import dev.vigia.connect.capture.SourceDatabase;
import dev.vigia.connect.mapping.Mapping;
import dev.vigia.connect.mapping.Salt;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.write.WriterConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.commons.io.FileUtils;

/** Real servers in a folder that goes with them, and a table of order lines to capture. */
final class TrialStack implements AutoCloseable {

    private static final String MAPPING = """
            source: trial
            timezone: UTC
            records:
              - to: sales.line.v1
                from: public.line
                key: [order_id, id]
                fields: { quantity: quantity, product: product, unit: "'EA'", revenue: price * quantity }
            """;

    private final Path path;
    private final DataFolder folder;
    private final LocalStack stack;

    private TrialStack(Path path) {
        this.path = path;
        this.folder = DataFolder.open(path);
        this.stack = LocalStack.start(folder, any -> {});
    }

    static TrialStack start(Path path) throws SQLException {
        var trial = new TrialStack(path);
        LocalTopics.create(trial.stack.addresses());
        try (var connection = trial.connect();
                var statement = connection.createStatement()) {
            statement.execute("create table line (order_id bigint, id bigint, quantity numeric(12, 3) not null,"
                    + " product text not null, price numeric(12, 2) not null, primary key (order_id, id))");
            statement.execute("alter table line replica identity full");
        }
        return trial;
    }

    String jdbc() {
        return stack.addresses().postgres();
    }

    String user() {
        return stack.addresses().postgresUser();
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbc(), user(), "");
    }

    Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", stack.addresses().kafka());
    }

    String registry() {
        return stack.addresses().registry();
    }

    Map<String, Object> values() {
        return values(registry());
    }

    private static Map<String, Object> values(String registry) {
        return Map.of("schema.registry.url", registry);
    }

    /** The capture of the table, as a process of its own is told by words. */
    static CaptureConfig config(String jdbc, String kafka, String registry, OffsetRule offsets) {
        var writer =
                new WriterConfig("trial", "", Map.of("bootstrap.servers", kafka), values(registry), Clock.systemUTC());
        var heartbeat =
                new HeartbeatSettings(new TableId("public", "vigia_heartbeat"), Duration.ofMillis(500), "now()");
        var plan = new MappingPlan(Mapping.parse("trial.yaml", MAPPING), Salt.none());
        return CaptureConfig.of(writer, new SourceDatabase(jdbc, "postgres", ""), plan)
                .with(heartbeat)
                .with(offsets);
    }

    @Override
    public void close() throws IOException {
        stack.close();
        folder.close();
        FileUtils.deleteDirectory(path.toFile());
    }
}
