package dev.vigia.app.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vigia.app.SharedStack;
import dev.vigia.app.topics.TopicContents;
import dev.vigia.schema.DeadLetter;
import dev.vigia.schema.Deleted;
import dev.vigia.schema.ProductItem;
import dev.vigia.schemas.Position;
import dev.vigia.schemas.RecordKind;
import dev.vigia.schemas.Topics;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The transform in a real worker of Kafka Connect, behind the real connector, with the configuration of the documentation. */
@Timeout(120)
class TransformInWorkerTest {

    private static final String MAPPING = """
            source: acme
            timezone: America/Sao_Paulo
            records:
              - to: product.item.v1
                from: erp.item
                key: [code]
                where: listed
                fields: { name: name, launchedOn: local(launched_on) }
              - to: sales.line.v1
                from: erp.line
                key: [order_id, id]
                lookup:
                  item: { from: erp.item, on: { code: item } }
                fields: { product: item.code, quantity: quantity, revenue: "0", unit: "'EA'" }
            """;

    private final String prefix = SharedStack.newTopics();
    private final TopicContents contents = SharedStack.contents(prefix);

    @TempDir
    private Path folder;

    @Test
    void shouldKeepTheNewestRecordOfEachKeyEqualToTheTable() throws Exception {
        // Given
        var database = SharedStack.newDatabase();
        try (var sql = SharedStack.connect(database);
                var worker = Worker.start(folder)) {
            createTable(sql);
            Files.writeString(folder.resolve("acme.yaml"), MAPPING);
            var configuration = documented(database);
            worker.connector(configuration);
            await(sql, worker);
            // When
            execute(sql, "insert into erp.item values ('C', 'cog', date '2026-03-01', true)");
            execute(sql, "insert into erp.item values ('X', 'ex', date '2999-01-01', true)");
            execute(sql, "update erp.item set name = 'long bolt' where code = 'A'");
            execute(sql, "update erp.item set code = 'B2' where code = 'B'");
            execute(sql, "update erp.item set listed = false where code = 'D'");
            execute(sql, "insert into erp.item values ('E', 'end', null, true)");
            execute(sql, "delete from erp.item where code = 'E'");
            execute(sql, "insert into erp.item values ('Z', 'zebra', null, true)");
            // Then
            await(sql, worker);
        }
        assertThat(contents.all(Topics.DEAD_LETTERS)).singleElement().satisfies(record -> {
            var letter = (DeadLetter) record.value();
            assertThat(letter.getReason()).isEqualTo("out-of-range");
            assertThat(letter.getOrigin()).isEqualTo("erp.item code=X");
        });
        assertThat(contents.all(Topics.PRODUCTS)).allSatisfy(record -> {
            assertThat(Position.of(record.headers())).isNotNull();
            var kind = record.headers().lastHeader(RecordKind.HEADER);
            assertThat(kind != null).isEqualTo(record.value() instanceof Deleted);
            assertThat(kind == null ? "deleted" : text(kind)).isEqualTo("deleted");
        });
        assertThat(contents.all(Topics.PRODUCTS))
                .anyMatch(record -> record.key().equals("E") && record.value() == null);
    }

    @Test
    void shouldRefuseARecordThatLooksRowsUpWhenItIsConfigured() throws Exception {
        // Given
        var database = SharedStack.newDatabase();
        Files.writeString(folder.resolve("acme.yaml"), MAPPING);
        try (var worker = Worker.start(folder)) {
            var configuration = documented(database);
            configuration.remove("transforms.vigia.record");
            // When
            worker.connector(configuration);
            // Then
            while (!worker.task("acme-items").startsWith("FAILED")) {
                Thread.sleep(100);
            }
            assertThat(worker.task("acme-items")).contains("ConfigException").contains("vigia capture --topics");
        }
    }

    /** The very configuration of the documentation, with this test's servers. */
    private Map<String, String> documented(String database) throws Exception {
        var page = Files.readString(Path.of("..", "docs", "connect.md"));
        var json = page.substring(page.indexOf("```json") + "```json".length());
        var configuration = new ObjectMapper()
                .readValue(json.substring(0, json.indexOf("```")), new TypeReference<TreeMap<String, String>>() {});
        var address = URI.create(SharedStack.jdbc(database).substring("jdbc:".length()));
        configuration.put("database.hostname", address.getHost());
        configuration.put("database.port", Integer.toString(address.getPort()));
        configuration.put("database.user", SharedStack.addresses().postgresUser());
        configuration.put("database.password", "");
        configuration.put("database.dbname", database);
        configuration.put("slot.name", database);
        configuration.put("publication.name", database);
        configuration.put(
                "transforms.vigia.mapping", folder.resolve("acme.yaml").toString());
        configuration.put("transforms.vigia.topics.prefix", prefix);
        configuration.put("transforms.vigia.partitions", "4");
        configuration.put(
                "transforms.vigia.schema.registry.url", SharedStack.addresses().registry());
        configuration.put("transforms.vigia.auto.register.schemas", "true");
        configuration.remove("transforms.vigia.salt");
        return configuration;
    }

    private static void createTable(Connection sql) throws SQLException {
        execute(sql, "create schema erp");
        execute(
                sql,
                "create table erp.item (code text primary key, name text not null, launched_on date, listed boolean)");
        execute(
                sql,
                "insert into erp.item values ('A', 'bolt', date '2026-01-05', true), ('B', 'nut', null, true),"
                        + " ('D', 'dowel', null, true), ('H', 'hidden', null, false)");
    }

    private static void execute(Connection sql, String statement) throws SQLException {
        try (var running = sql.createStatement()) {
            running.execute(statement);
        }
    }

    private void await(Connection sql, Worker worker) throws SQLException, InterruptedException {
        var wanted = table(sql);
        while (!names().equals(wanted)) {
            assertThat(worker.task("acme-items")).doesNotStartWith("FAILED");
            Thread.sleep(100);
        }
    }

    private static Map<String, String> table(Connection sql) throws SQLException {
        var names = new TreeMap<String, String>();
        try (var statement = sql.createStatement();
                var rows = statement.executeQuery(
                        "select code, name from erp.item where listed and coalesce(launched_on < '2100-01-01', true)")) {
            while (rows.next()) {
                names.put(rows.getString(1), rows.getString(2));
            }
        }
        return names;
    }

    private Map<String, String> names() {
        var names = new TreeMap<String, String>();
        contents.newest(Topics.PRODUCTS).forEach((key, value) -> {
            if (value instanceof ProductItem item) {
                names.put(key, item.getName());
            }
        });
        return names;
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
