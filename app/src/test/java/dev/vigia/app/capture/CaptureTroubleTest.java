package dev.vigia.app.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.connect.capture.Capture;
import dev.vigia.connect.capture.CaptureConfig;
import dev.vigia.connect.capture.CaptureStatus.Condition;
import dev.vigia.connect.capture.EpochChoice;
import dev.vigia.connect.capture.HeartbeatSettings;
import dev.vigia.connect.capture.SourceDatabase;
import dev.vigia.schema.DeadLetter;
import dev.vigia.schema.Phase;
import dev.vigia.schema.SalesOrder;
import dev.vigia.schemas.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CaptureTroubleTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void shouldLoseNothingWhenTheServerEndsTheConnectionAndSetAPoisonRowAside() throws Exception {
        // Given
        try (var shop = new Shop(Shop.LINES + Shop.ORDERS, Shop.LINE_TABLE, Shop.ORDER_TABLE)) {
            shop.start();
            // When
            shop.sql(
                    "insert into line values (1, 1, 1)",
                    "select pg_terminate_backend(active_pid) from pg_replication_slots where slot_name = '"
                            + shop.config().slot() + "'",
                    "begin",
                    "insert into orders values (2, 'north')",
                    "insert into line values (2, 1, 2), (2, 2, 2)",
                    "update orders set region = 'south' where id = 2",
                    "commit");
            // Then
            Eventually.holds(shop.written()::lines, lines -> assertThat(lines).isEqualTo(shop.lines()));
            assertThat(region(shop, "2")).isEqualTo("south");
            // When
            shop.sql("insert into line values (3, 1, 'NaN')", "insert into line values (3, 2, 3)");
            // Then
            Eventually.holds(shop.written()::lines, lines -> assertThat(lines).containsKey("3|2"));
            assertThat(shop.written().lines()).doesNotContainKey("3|1");
            assertThat(shop.written().values(Topics.DEAD_LETTERS, DeadLetter.class))
                    .singleElement()
                    .satisfies(letter -> assertThat(letter.getReason()).isEqualTo("not-a-number"));
        }
    }

    @Test
    void shouldMarkByCommitTimesWhenTheSourceMayNotBeWrittenAndNotAtAllWhenNobodyCaptures() throws Exception {
        // Given
        try (var shop = new Shop(Shop.LINES, Shop.LINE_TABLE)) {
            var every = shop.config().heartbeat().every();
            shop.with(shop.config().with(new HeartbeatSettings(null, every, "now()")))
                    .start();
            // When
            var before = Instant.now();
            shop.sql("insert into line values (1, 1, 1)");
            // Then
            Eventually.holds(
                    () -> shop.written().markers(Topics.SALES_LINES),
                    markers -> assertThat(markers).anySatisfy(marker -> {
                        assertThat(marker.getPhase()).isEqualTo(Phase.LIVE);
                        assertThat(marker.getAt()).isAfterOrEqualTo(before.minusMillis(1));
                    }));
            // When
            shop.stop();
            var stopped = Instant.now();
            int markers = shop.written().markers(Topics.SALES_LINES).size();
            shop.sql("insert into line values (2, 1, 1)");
            Eventually.holds(Instant::now, now -> assertThat(now).isAfter(stopped.plus(every.multipliedBy(3))));
            // Then
            assertThat(shop.written().markers(Topics.SALES_LINES)).hasSize(markers);
        }
    }

    @Test
    void shouldSayEveryPrivilegeThatIsMissingWithItsRemedy() throws Exception {
        // Given
        try (var shop = new Shop(Shop.LINES, Shop.LINE_TABLE)) {
            var clerk = "clerk_" + shop.config().slot();
            shop.sql("create role " + clerk + " login");
            // When
            var status = shop.with(as(clerk, shop.config())).start();
            // Then
            assertThat(status.condition()).isEqualTo(Condition.REFUSED);
            assertThat(status.words())
                    .contains(
                            "ALTER ROLE \"" + clerk + "\" REPLICATION;",
                            "GRANT SELECT ON \"public\".\"line\" TO \"" + clerk + "\";",
                            "CREATE TABLE \"public\".\"vigia_heartbeat\"",
                            "CREATE PUBLICATION");
            shop.sql("drop role " + clerk);
        }
    }

    @Test
    void shouldRefuseWhatAPreparedPublicationOrTheUsersRightsLeaveOut() throws Exception {
        // Given
        try (var shop = new Shop(Shop.LINES, Shop.LINE_TABLE)) {
            var clerk = "clerk_" + shop.config().slot();
            shop.sql(
                    "create role " + clerk + " login replication",
                    "grant select (order_id, id) on line to " + clerk,
                    "alter table line enable row level security",
                    "create publication " + shop.config().slot()
                            + " for table line where (id > 0) with (publish = 'insert, update')");
            // When
            var status = shop.with(as(clerk, shop.config())).start();
            // Then
            assertThat(status.condition()).isEqualTo(Condition.REFUSED);
            assertThat(status.words())
                    .contains(
                            "public.line has \"quantity\", which " + clerk + " may not read",
                            "GRANT SELECT ON \"public\".\"line\" TO \"" + clerk + "\";",
                            "ALTER ROLE \"" + clerk + "\" BYPASSRLS;",
                            "SET (publish = 'insert, update, delete, truncate')",
                            "DROP TABLE \"public\".\"line\"");
            shop.sql("drop owned by " + clerk, "drop role " + clerk);
        }
    }

    @Test
    void shouldRefusePartitionsThatThePublicationTellsByTheirOwnNames() throws Exception {
        // Given
        try (var shop = new Shop(
                Shop.LINES,
                Shop.LINE_TABLE + " partition by range (order_id)",
                "create table line_1 partition of line for values from (1) to (100)")) {
            shop.sql("create publication " + shop.config().slot() + " for table line");
            // When
            var status = shop.start();
            // Then
            assertThat(status.condition()).isEqualTo(Condition.REFUSED);
            assertThat(status.words()).contains("SET (publish_via_partition_root = true)");
        }
    }

    @Test
    void shouldWaitForABusySlotAndRaiseAnAlarmWhenTheLogWaits() throws Exception {
        // Given
        try (var shop = new Shop(Shop.LINES, Shop.LINE_TABLE)) {
            shop.with(shop.config().withLagLimit(0)).start();
            Eventually.holds(
                    () -> shop.written().newestProgress().getAlarm(),
                    alarm -> assertThat(alarm).contains("log wait for this capture"));
            // When
            try (var second = Capture.start(shop.config().withLagLimit(1L << 40), new SimpleMeterRegistry())) {
                var status = second.await(now -> now.condition() == Condition.WAITING, PATIENCE);
                // Then
                assertThat(status.words()).contains("is being read by process", "pg_terminate_backend");
                // When
                shop.capture().close();
                // Then
                assertThat(second.awaitLive(PATIENCE).condition()).isEqualTo(Condition.LIVE);
                Eventually.holds(
                        () -> shop.written().newestProgress().getAlarm(),
                        alarm -> assertThat(alarm).isNull());
            }
        }
    }

    @Test
    void shouldKeepALargeValueThatDidNotChangeOnceTheReplicaIdentityIsFull() throws Exception {
        // Given
        var mapping = """
                source: erp
                timezone: UTC
                records:
                  - to: sales.order.v1
                    from: public.letter
                    key: [id]
                    fields: { region: "state || ' ' || substring(body, 9990)" }
                """;
        try (var shop = new Shop(mapping, "create table letter (id bigint primary key, state varchar(5), body text)")) {
            shop.sql(
                    "alter table letter alter body set storage external",
                    "insert into letter values (1, 'old', repeat('x', 10000))");
            // When
            var status = shop.start();
            // Then
            var mend = "ALTER TABLE \"public\".\"letter\" REPLICA IDENTITY FULL;";
            assertThat(status.condition()).isEqualTo(Condition.REFUSED);
            assertThat(status.words()).contains("\"body\" is mapped and may hold large values", mend);
            // When
            shop.sql(mend);
            shop.start();
            shop.sql("update letter set state = 'new'");
            // Then
            Eventually.holds(
                    () -> region(shop, "1"), region -> assertThat(region).isEqualTo("new " + "x".repeat(11)));
        }
    }

    @Test
    void shouldPauseATableWhoseValueCannotBeConvertedAndRefuseItInASnapshot() throws Exception {
        // Given
        var mapping = Shop.LINES + """
              - to: sales.order.v1
                from: public.deal
                key: [id]
                fields: { region: "case when shares is null then 'none' else 'some' end" }
            """;
        try (var shop = new Shop(
                mapping,
                Shop.LINE_TABLE,
                "create table deal (id bigint primary key, shares numeric[])",
                "alter table deal replica identity full")) {
            shop.start();
            // When
            shop.sql("insert into deal values (1, '{NaN}')", "insert into line values (1, 1, 1)");
            // Then
            Eventually.holds(shop.written()::lines, lines -> assertThat(lines).isEqualTo(shop.lines()));
            var progress = shop.written().newestProgress();
            assertThat(progress.getPausedTables()).containsExactly("public.deal");
            assertThat(progress.getAlarm()).contains("column \"shares\"", "cannot be read from the log");
            assertThat(shop.written().contents().newest(Topics.SALES_ORDERS)).doesNotContainKey("1");
            // When
            var status = shop.with(shop.config().with(EpochChoice.NEW)).start();
            // Then
            assertThat(status.condition()).isEqualTo(Condition.REFUSED);
            assertThat(status.words()).contains("column \"shares\"", "Correct the value");
            // When
            shop.sql("update deal set shares = null");
            status = shop.with(shop.config().with(EpochChoice.USUAL)).start();
            // Then
            assertThat(status.condition()).as(status.words()).isEqualTo(Condition.LIVE);
            assertThat(shop.written().contents().newest(Topics.SALES_ORDERS)).containsKey("1");
        }
    }

    private static String region(Shop shop, String order) {
        var record = (SalesOrder)
                shop.written().contents().newest(Topics.SALES_ORDERS).get(order);
        return String.valueOf(Objects.requireNonNull(record, order).getRegion());
    }

    private static CaptureConfig as(String user, CaptureConfig config) {
        var database = new SourceDatabase(config.database().jdbcUrl(), user, "");
        return CaptureConfig.of(config.writer(), database, config.plan())
                .with(config.heartbeat())
                .withSlot(config.slot());
    }
}
