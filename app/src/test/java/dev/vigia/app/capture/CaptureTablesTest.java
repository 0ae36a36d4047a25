package dev.vigia.app.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.connect.capture.Capture;
import dev.vigia.connect.capture.CaptureStatus.Condition;
import dev.vigia.connect.capture.EpochChoice;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Tables that are not, or no longer, what capture needs. */
class CaptureTablesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void shouldBeginANewEpochWhenATableIsReplacedOrLeavesThePublication() throws Exception {
        // Given
        try (var shop = new Shop(Shop.LINES, Shop.LINE_TABLE)) {
            shop.sql("insert into line values (1, 1, 1), (2, 1, 2)");
            shop.start();
            // When: while capture runs.
            shop.sql(
                    "begin",
                    "create table other (like line including all)",
                    "insert into other select * from line where order_id > 1",
                    "drop table line",
                    "alter table other rename to line",
                    "commit",
                    "insert into line values (3, 1, 3)");
            // Then
            Eventually.holds(shop.written()::lines, lines -> assertThat(lines).isEqualTo(shop.lines()));
            assertThat(shop.capture().status().epoch()).isEqualTo(2);
            // When: while it does not.
            shop.stop();
            var publication = "alter publication \"" + shop.config().slot() + "\" ";
            shop.sql(
                    publication + "drop table line",
                    "insert into line values (4, 1, 4)",
                    "delete from line where order_id = 2",
                    publication + "add table line");
            var status = shop.start();
            // Then
            assertThat(status.epoch()).isEqualTo(3);
            assertThat(shop.written().lines()).isEqualTo(shop.lines());
            // When: the log tells less of the rows before.
            shop.sql("alter table line replica identity nothing");
            // Then
            status = shop.capture().await(now -> now.condition() == Condition.REFUSED, Duration.ofSeconds(30));
            assertThat(status.words()).contains("public.line", "REPLICA IDENTITY FULL");
        }
    }

    @Test
    void shouldBeginANewEpochWhenAStatementSaysOtherwiseOfRowsAndTheLogTellsNothing() throws Exception {
        // Given
        try (var shop = new Shop(Shop.LINES, Shop.LINE_TABLE)) {
            shop.sql("insert into line values (1, 1, 1), (2, 1, 2)");
            shop.start();
            // When: all rows are written anew.
            shop.sql("alter table line alter quantity type numeric(18, 3) using quantity + 1000");
            // Then
            Eventually.holds(shop.written()::lines, lines -> assertThat(lines).isEqualTo(shop.lines()));
            assertThat(shop.capture().status().epoch()).isEqualTo(2);
            // When: the name goes to another column, while nobody looks.
            shop.sql("alter table line add column newer numeric(18, 3)", "update line set newer = quantity * 7");
            shop.stop();
            shop.sql(
                    "begin",
                    "alter table line rename quantity to older",
                    "alter table line rename newer to quantity",
                    "commit");
            // Then
            assertThat(shop.start().epoch()).isEqualTo(3);
            assertThat(shop.written().lines()).isEqualTo(shop.lines());
            // When: the publication leaves something out for a while.
            var publication = "alter publication \"" + shop.config().slot() + "\" set (publish = ";
            shop.sql(
                    publication + "'insert')",
                    "delete from line where order_id = 2",
                    publication + "'insert, update, delete, truncate')");
            // Then
            Eventually.holds(shop.written()::lines, lines -> assertThat(lines).isEqualTo(shop.lines()));
            assertThat(shop.capture().status().epoch()).isEqualTo(4);
        }
    }

    @Test
    void shouldGoOnWhenRowsOnlyMoveToAnotherFileOrOtherColumnsChange() throws Exception {
        // Given
        try (var shop = new Shop(Shop.LINES, Shop.LINE_TABLE)) {
            shop.sql("insert into line values (1, 1, 1), (2, 1, 2)");
            shop.start();
            // When
            shop.sql("vacuum full line", "alter table line add column remark text default 'none'");
            shop.sql("insert into line values (3, 1, 3)");
            // Then
            Eventually.holds(shop.written()::lines, lines -> assertThat(lines).isEqualTo(shop.lines()));
            shop.stop();
            assertThat(shop.start().epoch()).isEqualTo(1);
        }
    }

    @Test
    void shouldBeginANewEpochWhenAPartitionIsEmptiedGoesOrComes() throws Exception {
        // Given
        try (var shop = new Shop(
                Shop.LINES,
                Shop.LINE_TABLE + " partition by range (order_id)",
                "create table line_1 partition of line for values from (1) to (10)",
                "create table line_2 partition of line for values from (10) to (20)")) {
            shop.sql("insert into line values (1, 1, 1), (2, 1, 2), (11, 1, 3)");
            shop.start();
            // When: while capture runs.
            shop.sql("truncate line_1");
            // Then
            Eventually.holds(shop.written()::lines, lines -> assertThat(lines).isEqualTo(shop.lines()));
            assertThat(shop.capture().status().epoch()).isEqualTo(2);
            // When
            shop.sql("alter table line detach partition line_2");
            // Then
            Eventually.holds(shop.written()::lines, lines -> assertThat(lines).isEmpty());
            // When: while it does not.
            shop.stop();
            shop.sql("alter table line attach partition line_2 for values from (10) to (20)");
            var status = shop.start();
            // Then
            assertThat(status.epoch()).isEqualTo(4);
            assertThat(shop.written().lines()).isEqualTo(shop.lines()).containsOnlyKeys("11|1");
        }
    }

    @Test
    void shouldBeginANewEpochWhenRowsCouldShareAKeyForAWhile() throws Exception {
        // Given
        try (var shop = new Shop(Shop.LINES, Shop.LINE_TABLE, "alter table line replica identity full")) {
            shop.sql("insert into line values (1, 1, 1), (1, 2, 2)");
            shop.start();
            // When
            shop.sql("alter table line drop constraint line_pkey,"
                    + " add constraint line_key primary key (order_id, id) deferrable");
            var status = shop.capture().await(now -> now.condition() == Condition.REFUSED, Duration.ofSeconds(30));
            // Then
            assertThat(status.words()).contains("public.line", "deferrable");
            shop.stop();
            shop.sql("update line set id = 3 - id");
            shop.sql("alter table line drop constraint line_key,"
                    + " add constraint line_pkey primary key (order_id, id)");
            assertThat(shop.start().epoch()).isEqualTo(2);
            assertThat(shop.written().lines()).isEqualTo(shop.lines());
        }
    }

    @Test
    void shouldRetractNothingWhenAColumnGoesWhileASnapshotIsBegun() throws Exception {
        // Given: a capture that has looked at the table, and whose slot waits for whoever is writing.
        try (var shop = new Shop(Shop.LINES, Shop.LINE_TABLE)) {
            shop.sql("insert into line values (1, 1, 1)");
            shop.start();
            shop.stop();
            shop.sql("begin", "select pg_current_xact_id()");
            try (var capture = Capture.start(shop.config().with(EpochChoice.NEW), new SimpleMeterRegistry());
                    var other = shop.config().database().connect();
                    var statement = other.createStatement()) {
                capture.await(now -> now.condition() == Condition.SNAPSHOT, PATIENCE);
                // When
                statement.execute("alter table line drop column quantity");
                shop.sql("commit");
                // Then
                var status = capture.awaitLive(PATIENCE);
                assertThat(status.condition()).as(status.words()).isEqualTo(Condition.REFUSED);
                assertThat(status.words()).contains("public.line", "column \"quantity\" is gone");
                assertThat(shop.written().deletes()).isEmpty();
            }
        }
    }

    @Test
    void shouldRefuseALookedUpTableWhenItsRowsCannotBeToldApart() throws Exception {
        // Given
        var mapping = """
                source: erp
                timezone: UTC
                records:
                  - to: sales.line.v1
                    from: public.line
                    key: [order_id, id]
                    lookup: { item: { from: public.item, on: { id: id } } }
                    fields: { quantity: quantity, product: item.code, unit: "'EA'" }
                """;
        try (var shop = new Shop(
                mapping,
                Shop.LINE_TABLE,
                "create table item (id bigint, code varchar(20))",
                "alter table item replica identity full")) {
            // When
            var status = shop.start();
            // Then
            assertThat(status.condition()).isEqualTo(Condition.REFUSED);
            assertThat(status.words())
                    .contains("public.item has no primary key", "ALTER TABLE \"public\".\"item\" ADD PRIMARY KEY");
        }
    }
}
