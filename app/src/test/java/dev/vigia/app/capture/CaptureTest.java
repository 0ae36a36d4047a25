package dev.vigia.app.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.vigia.connect.capture.CaptureStatus.Condition;
import dev.vigia.connect.capture.EpochChoice;
import dev.vigia.schema.DeadLetter;
import dev.vigia.schema.Phase;
import dev.vigia.schema.ProgressMarker;
import dev.vigia.schema.QualityIssue;
import dev.vigia.schema.SalesLine;
import dev.vigia.schema.SalesOrder;
import dev.vigia.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CaptureTest {

    @Test
    void shouldWriteTheSnapshotThenEveryChangeAndGoOnAfterAStop() throws Exception {
        // Given
        try (var shop = new Shop(Shop.LINES, Shop.LINE_TABLE)) {
            shop.sql("insert into line select n / 3, n % 3, n from generate_series(0, 99) n");
            // When
            var status = shop.start();
            // Then
            assertThat(status.condition()).as(status.words()).isEqualTo(Condition.LIVE);
            assertThat(shop.written().lines()).hasSize(100).isEqualTo(shop.lines());
            // When
            shop.sql(
                    "insert into line values (1000, 1, 2.5)",
                    "update line set quantity = 7.125 where order_id = 3",
                    "delete from line where order_id = 5",
                    "update line set id = 77 where order_id = 7 and id = 1");
            // Then
            Eventually.holds(shop.written()::lines, lines -> assertThat(lines).isEqualTo(shop.lines()));
            assertThat(shop.written().deletes()).containsOnlyKeys("5|0", "5|1", "5|2", "7|1");
            // When
            shop.stop();
            shop.sql("delete from line where order_id = 8", "insert into line values (1001, 1, 1)");
            status = shop.start();
            // Then
            assertThat(status.epoch()).isEqualTo(1);
            Eventually.holds(shop.written()::lines, lines -> assertThat(lines).isEqualTo(shop.lines()));
        }
    }

    @Test
    void shouldRetractWhatWasDeletedWhileTheSlotWasGone() throws Exception {
        // Given
        try (var shop = new Shop(Shop.LINES, Shop.LINE_TABLE)) {
            shop.sql("insert into line select n, 1, n from generate_series(1, 20) n");
            shop.start();
            shop.stop();
            // When
            shop.sql(
                    "select pg_drop_replication_slot('" + shop.config().slot() + "')",
                    "delete from line where order_id <= 5",
                    "insert into line values (100, 1, 1)");
            var status = shop.start();
            // Then
            assertThat(status.epoch()).isEqualTo(2);
            assertThat(shop.written().lines()).isEqualTo(shop.lines());
            assertThat(shop.written().deletes())
                    .containsOnlyKeys("1|1", "2|1", "3|1", "4|1", "5|1")
                    .allSatisfy((key, reason) -> assertThat(reason).isEqualTo("RETRACTED"));
            // When: the slot was moved by somebody else.
            shop.stop();
            shop.sql(
                    "set synchronous_commit = on", // Else the slot may be moved before the delete is in the log at all.
                    "delete from line where order_id = 6",
                    "select pg_replication_slot_advance('" + shop.config().slot() + "', pg_current_wal_lsn())");
            status = shop.start();
            // Then
            assertThat(status.epoch()).isEqualTo(3);
            assertThat(shop.written().lines()).isEqualTo(shop.lines());
        }
    }

    @Test
    void shouldLoseNoRowWhenTwoRowsSwapTheirKeysInOneTransaction() throws Exception {
        // Given
        var byPlace = Shop.LINES.replace("[order_id, id]", "[order_id, note]");
        try (var shop = new Shop(
                byPlace,
                Shop.LINE_TABLE,
                "alter table line add unique (order_id, note) deferrable",
                "alter table line replica identity full")) {
            shop.sql("insert into line values (1, 1, 1, 'A'), (1, 2, 2, 'B')");
            shop.start();
            // When
            shop.sql(
                    "begin",
                    "set constraints all deferred",
                    "update line set note = 'B' where id = 1",
                    "update line set note = 'A' where id = 2",
                    "insert into line values (1, 3, 3, 'C')",
                    "commit");
            // Then
            Eventually.holds(
                    shop.written()::lines,
                    lines -> assertThat(lines).isEqualTo(Map.of("1|A", "2.000", "1|B", "1.000", "1|C", "3.000")));
        }
    }

    @Test
    void shouldStopAtATruncateUntilANewEpochIsAskedFor() throws Exception {
        // Given
        try (var shop = new Shop(Shop.LINES, Shop.LINE_TABLE)) {
            shop.sql("insert into line values (1, 1, 1), (2, 1, 2)");
            shop.start();
            // When
            shop.sql("truncate line", "insert into line values (3, 1, 3)");
            var status = shop.capture().await(any -> false, Duration.ofSeconds(30));
            // Then
            assertThat(status.condition()).isEqualTo(Condition.REFUSED);
            assertThat(status.words()).contains("public.line was truncated", "--new-epoch");
            assertThat(shop.start().words()).contains("public.line was truncated", "--new-epoch");
            assertThat(shop.written().newestProgress()).satisfies(progress -> {
                assertThat(progress.getEpoch()).isEqualTo(1);
                assertThat(progress.getAlarm()).contains("public.line was truncated", "--new-epoch");
            });
            // When
            shop.with(shop.config().with(EpochChoice.NEW)).start();
            // Then
            assertThat(shop.written().lines()).isEqualTo(shop.lines()).containsOnlyKeys("3|1");
            Eventually.holds(
                    () -> shop.written().newestProgress(),
                    progress -> assertThat(progress.getAlarm()).isNull());
        }
    }

    @Test
    void shouldPauseATableWithOneAlarmWhenAMappedColumnIsDroppedAndStaySoUntilANewEpoch() throws Exception {
        // Given
        try (var shop = new Shop(Shop.LINES + Shop.ORDERS, Shop.LINE_TABLE, Shop.ORDER_TABLE)) {
            shop.sql("insert into line values (1, 1, 1)");
            shop.start();
            // When
            shop.sql("alter table line drop column quantity", "insert into line(order_id, id) values (2, 1), (3, 1)");
            // Then
            Eventually.holds(() -> shop.written().newestProgress(), progress -> {
                assertThat(progress.getPausedTables()).containsExactly("public.line");
                assertThat(progress.getAlarm()).contains("column \"quantity\" is gone", "--new-epoch");
                assertThat(progress.getRowsRead()).isEqualTo(3);
            });
            assertThat(shop.written().values(Topics.QUALITY_ISSUES, QualityIssue.class))
                    .singleElement()
                    .satisfies(issue -> assertThat(issue.getRule()).isEqualTo("table-paused"));
            assertThat(shop.written().values(Topics.DEAD_LETTERS, DeadLetter.class))
                    .isEmpty();
            int markers = shop.written().markers(Topics.SALES_LINES).size();
            // When: it is said no more that everything is there, for as long as it is not.
            var progress = shop.written().newestProgress().getReportedAt();
            Eventually.holds(
                    () -> shop.written().newestProgress(),
                    next -> assertThat(next.getReportedAt()).isAfter(progress.plusSeconds(1)));
            // Then
            assertThat(shop.written().markers(Topics.SALES_LINES)).hasSize(markers);
            // When: it stays so over a restart, and the other table goes on.
            shop.stop();
            shop.sql("insert into orders values (1, 'north')", "insert into line (order_id, id) values (4, 1)");
            var status = shop.start();
            // Then
            assertThat(status.condition()).as(status.words()).isEqualTo(Condition.LIVE);
            assertThat(status.epoch()).isEqualTo(1);
            Eventually.holds(
                    () -> shop.written().newestProgress(),
                    next -> assertThat(next.getRowsRead()).isEqualTo(5));
            assertThat(shop.written().newestProgress().getPausedTables()).containsExactly("public.line");
            assertThat(shop.capture().status().words()).contains("paused: public.line");
            assertThat(shop.written().contents().newest(Topics.SALES_ORDERS)).containsKey("1");
            assertThat(shop.written().values(Topics.QUALITY_ISSUES, QualityIssue.class))
                    .hasSize(1);
            assertThat(shop.written().markers(Topics.SALES_LINES)).hasSize(markers);
            // When
            shop.sql("alter table line add column quantity numeric(18, 3)", "update line set quantity = 5");
            status = shop.with(shop.config().with(EpochChoice.NEW)).start();
            // Then
            assertThat(status.condition()).as(status.words()).isEqualTo(Condition.LIVE);
            assertThat(shop.written().lines()).hasSize(4).isEqualTo(shop.lines());
            Eventually.holds(
                    () -> shop.written().newestProgress(),
                    next -> assertThat(next.getPausedTables()).isEmpty());
            assertThat(shop.written().values(Topics.QUALITY_ISSUES, QualityIssue.class))
                    .extracting(QualityIssue::getSubject, QualityIssue::getOpen)
                    .containsExactly(tuple("public.line", true), tuple("public.line", false));
        }
    }

    @Test
    void shouldMarkEveryPartitionWhileTheDatabaseIsIdle() throws Exception {
        // Given
        try (var shop = new Shop(Shop.LINES, Shop.LINE_TABLE)) {
            shop.start();
            // When, Then
            Eventually.holds(() -> shop.written().markers(Topics.SALES_ORDERS), markers -> {
                assertThat(markers).extracting(ProgressMarker::getPartition).contains(0, 1, 2, 3);
                assertThat(markers.get(0).getPhase()).isEqualTo(Phase.SNAPSHOT);
                var live = markers.stream()
                        .filter(marker -> marker.getPartition() == 0 && marker.getPhase() == Phase.LIVE)
                        .toList();
                assertThat(live).hasSizeGreaterThan(3);
                assertThat(live).extracting(ProgressMarker::getAt).isSorted();
            });
            assertThat(shop.metrics()
                            .get("vigia.capture.slot.lag.bytes")
                            .gauge()
                            .value())
                    .isNotNegative();
        }
    }

    @Test
    void shouldRefuseEverythingThatIsWrongAtOnceWithItsRemedy() throws Exception {
        // Given
        var mapping = Shop.LINES + """
                  - to: product.item.v1
                    from: public.item
                    key: [code]
                    fields: { name: name }
                  - to: sales.order.v1
                    from: public.orderz
                    key: [id]
                    fields: { status: { value: state, map: { a: DRAFT } } }
                """;
        try (var shop = new Shop(
                mapping,
                "create table line (order_id bigint, id bigint primary key, quantity numeric(18, 3))",
                "create table item (code varchar(9) primary key, name text)",
                "create table orders (id bigint primary key)")) {
            // When
            var status = shop.start();
            // Then
            assertThat(status.condition()).isEqualTo(Condition.REFUSED);
            assertThat(status.words())
                    .contains(
                            "table public.orderz is not there. Did you mean public.orders",
                            "public.item: column \"name\" is mapped and may hold large values",
                            "ALTER TABLE \"public\".\"item\" REPLICA IDENTITY FULL;",
                            "Nothing was written.");
        }
    }

    @Test
    void shouldFollowLookedUpRowsAndForgetThemWithTheirOrders() throws Exception {
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
        try (var shop =
                new Shop(mapping, Shop.LINE_TABLE, "create table item (id bigint primary key, code varchar(20))")) {
            shop.sql(
                    "insert into item values (1, 'A'), (2, 'B')",
                    "insert into line values (1, 1, 1), (2, 1, 1), (2, 2, 1)");
            shop.start();
            assertThat(products(shop)).containsExactlyInAnyOrder("A", "A", "B");
            // When
            shop.stop();
            shop.sql("update item set code = 'C' where id = 1");
            shop.start();
            // Then
            Eventually.holds(
                    () -> products(shop), products -> assertThat(products).containsExactlyInAnyOrder("C", "C", "B"));
            // When
            shop.stop();
            shop.sql(
                    "delete from line where order_id = 2",
                    "select pg_drop_replication_slot('" + shop.config().slot() + "')");
            shop.start();
            // Then
            assertThat(products(shop)).containsExactly("C");
        }
    }

    @Test
    void shouldAskAPersonWhenTheMappingWasChanged() throws Exception {
        // Given
        try (var shop = new Shop(Shop.LINES, Shop.LINE_TABLE)) {
            shop.sql("insert into line values (1, 1, 1)");
            shop.start();
            // When
            shop.map(Shop.LINES.replace("quantity: quantity", "quantity: quantity * 2"));
            // Then
            assertThat(shop.start().words()).contains("mapping was changed", "--new-epoch", "--keep-epoch");
            // When
            shop.with(shop.config().with(EpochChoice.KEEP)).start();
            shop.sql("insert into line values (2, 1, 1)");
            // Then
            Eventually.holds(
                    shop.written()::lines,
                    lines -> assertThat(lines).containsEntry("1|1", "1.000").containsEntry("2|1", "2.000"));
        }
    }

    @Test
    void shouldReadEveryKindOfValueAlikeInTheSnapshotAndInTheLog() throws Exception {
        // Given
        var mapping = """
                source: erp
                timezone: America/Sao_Paulo
                records:
                  - to: sales.order.v1
                    from: public.sale
                    key: [id]
                    fields:
                      soldAt: instant(at)
                      region: "uid || ' ' || mood || ' ' || code || ' ' || doc || ' ' || flag"
                  - to: sales.line.v1
                    from: public.sale
                    key: [id, kind]
                    fields: { quantity: quantity * 1, revenue: "round(price * rate, 2)", unit: "'EA'" }
                """;
        try (var shop = new Shop(
                mapping,
                "create type mood as enum ('ok', 'bad')",
                "create table sale (id bigint primary key, at timestamptz, kind varchar(3) not null, quantity numeric,"
                        + " price numeric(12, 4), rate float8, uid uuid, mood mood, code char(6), doc jsonb, flag varchar(2))",
                "alter table sale replica identity full")) {
            var values = new String[] {
                "'2026-02-28 23:59:59.123456-03', 'a', 12.3450, 1.2345, 0.1, '00000000-0000-0000-0000-000000000001', 'ok', 'ab', '{}', 'y'",
                "'infinity', 'b', 'NaN', 1, 'NaN', null, 'bad', 'ab', '{\"a\": 1}', null",
                "'-infinity', 'c', 1e-7, -1, 'Infinity', null, null, null, null, null",
                "null, 'd', -99999999999999.999, null, null, null, null, null, null, null"
            };
            for (int i = 0; i < values.length; i++) {
                shop.sql("insert into sale values (" + i + ", " + values[i] + ")");
            }
            shop.start();
            // When
            for (int i = 0; i < values.length; i++) {
                shop.sql("insert into sale values (1" + i + ", " + values[i] + ")");
            }
            shop.sql("insert into sale (id, at, kind) values (99, '2026-01-01Z', 'z')");
            // Then
            Eventually.holds(
                    () -> shop.written().contents().newest(Topics.SALES_ORDERS),
                    orders -> assertThat(orders).containsKey("99"));
            var orders = shop.written().contents().newest(Topics.SALES_ORDERS);
            var first = (SalesOrder) Objects.requireNonNull(orders.get("0"));
            assertThat(first.getSoldAt()).isEqualTo("2026-03-01T02:59:59.123Z");
            assertThat(first.getRegion()).isEqualTo("00000000-0000-0000-0000-000000000001 ok ab {} y");
            assertThat(orders.get("10"))
                    .isEqualTo(SalesOrder.newBuilder(first).setOrderId("10").build());
            assertThat(orders).doesNotContainKeys("1", "2", "11", "12");
            var reasons = shop.written().values(Topics.DEAD_LETTERS, DeadLetter.class).stream()
                    .collect(Collectors.groupingBy(DeadLetter::getReason, Collectors.counting()));
            assertThat(reasons).containsEntry("not-a-number", 2L).containsEntry("infinite", 6L);
        }
    }

    private static List<String> products(Shop shop) {
        return shop.written().contents().newest(Topics.SALES_LINES).values().stream()
                .filter(SalesLine.class::isInstance)
                .map(value -> String.valueOf(((SalesLine) value).getProduct()))
                .toList();
    }
}
