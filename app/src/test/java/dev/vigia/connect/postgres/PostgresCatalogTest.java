package dev.vigia.connect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.vigia.app.sim.small.Databases;
import dev.vigia.connect.postgres.ReplicaIdentity.Kind;
import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.ColumnType;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.Unusable;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresCatalogTest {

    @RegisterExtension
    static final Databases DATABASES = new Databases();

    private static Connection connection;

    @BeforeAll
    static void makeTables() throws SQLException {
        connection = DATABASES.create().connect();
        execute("create schema shop");
        execute("create type shop.state as enum ('open', 'shut')");
        execute("create domain shop.money_value as numeric(18,2)");
        execute("create table shop.customer (id bigint primary key, code text not null unique, note text unique)");
        execute("create table shop.sale (customer bigint references shop.customer, no integer, state shop.state,"
                + " amount shop.money_value, weight double precision, share real, any_number numeric, short varchar(5),"
                + " long varchar(6), padded char(8), id uuid, body jsonb, day date, hour time, at timestamp,"
                + " moment timestamptz, paid boolean, bytes bytea, twice integer generated always as (no * 2) stored,"
                + " primary key (no, customer))");
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @Test
    void shouldNameColumnsAndPrimaryKeyInTheirOrderWhenATableIsRead() throws SQLException {
        // When
        var shape = table("sale").shape();
        // Then
        assertThat(shape.primaryKey()).containsExactly("no", "customer");
        assertThat(shape.columns())
                .startsWith(
                        new Column("customer", ColumnType.NUMBER, "bigint"),
                        new Column("no", ColumnType.NUMBER, "integer"),
                        new Column("state", ColumnType.TEXT, "shop.state"),
                        new Column("amount", ColumnType.NUMBER, "shop.money_value"))
                .extracting(Column::type)
                .endsWith(
                        ColumnType.DATE,
                        ColumnType.TIME,
                        ColumnType.LOCAL_TIMESTAMP,
                        ColumnType.INSTANT,
                        ColumnType.BOOLEAN,
                        ColumnType.OTHER,
                        ColumnType.NUMBER);
    }

    @Test
    void shouldNameTheColumnsThatAnUpdateMayLeaveOutOfTheLog() throws SQLException {
        // When
        var storage = table("sale").storage();
        // Then
        assertThat(storage.toastable()).containsExactlyInAnyOrder("any_number", "long", "padded", "body", "bytes");
        assertThat(storage.generated()).containsExactly("twice");
        assertThat(storage.logged()).isTrue();
    }

    @Test
    void shouldNotTakeAValueForMovableThatNoRowIsTooLargeFor() throws SQLException {
        // Given
        var many = IntStream.range(0, 30).mapToObj(i -> "c" + i + " varchar(9)").collect(Collectors.joining(", "));
        execute("create table shop.item (code varchar(9) primary key, title text, price numeric(30, 2), note text)");
        execute("create table shop.crowd (id bigint primary key, " + many + ", title text, day date)");
        execute("create table shop.crammed (code varchar(90) primary key, title text)"
                + " with (toast_tuple_target = 128)");
        execute("create table shop.slim (code varchar(400) primary key, price numeric(30, 2))");
        // When / Then
        assertThat(table("item").storage().toastable()).containsExactlyInAnyOrder("title", "note");
        assertThat(table("crowd").storage().toastable()).contains("title").hasSize(1);
        assertThat(table("crammed").storage().toastable()).containsExactlyInAnyOrder("code", "title");
        assertThat(table("slim").storage().toastable()).isEmpty();
    }

    @Test
    void shouldFollowForeignKeysToTheTablesTheyName() throws SQLException {
        // When / Then
        assertThat(table("sale").foreignKeys())
                .extracting(ForeignKey::columns, ForeignKey::to, ForeignKey::toColumns)
                .containsExactly(tuple(List.of("customer"), new TableId("shop", "customer"), List.of("id")));
    }

    @Test
    void shouldOfferOnlyIndexesWithoutNullsAsIdentity() throws SQLException {
        // When / Then
        assertThat(table("customer").uniqueIndexes())
                .extracting(UniqueIndex::columns)
                .containsExactlyInAnyOrder(List.of("id"), List.of("code"));
    }

    @Test
    void shouldTellWhichColumnsNoTwoRowsShareAtAnyMoment() throws SQLException {
        // Given
        execute(
                "create table shop.slot (id bigint primary key deferrable, code text unique, place text unique deferrable,"
                        + " shelf text, unique (shelf, code))");
        execute("create unique index on shop.slot (upper(shelf))");
        execute("create unique index on shop.slot (shelf) where code is null");
        // When
        var slot = table("slot");
        // Then
        assertThat(slot.keys()).containsExactlyInAnyOrder(Set.of("code"), Set.of("shelf", "code"));
        assertThat(slot.tellsApart(Set.of("id", "place", "shelf"))).isFalse();
        assertThat(slot.tellsApart(Set.of("code", "place"))).isTrue();
        assertThat(slot.identity()).isEqualTo(new ReplicaIdentity(Kind.DEFAULT, Set.of()));
    }

    @Test
    void shouldSayWhatTheLogNamesOfARowWhenTheReplicaIdentityIsAltered() throws SQLException {
        // Given
        var seen = new ArrayList<ReplicaIdentity>();
        // When
        for (var how : List.of("default", "full", "using index customer_code_key", "nothing")) {
            execute("alter table shop.customer replica identity " + how);
            seen.add(table("customer").identity());
        }
        execute("alter table shop.customer replica identity default");
        // Then
        assertThat(seen)
                .containsExactly(
                        new ReplicaIdentity(Kind.DEFAULT, Set.of("id")),
                        new ReplicaIdentity(Kind.FULL, Set.of("id", "code", "note")),
                        new ReplicaIdentity(Kind.INDEX, Set.of("code")),
                        new ReplicaIdentity(Kind.NOTHING, Set.of()));
    }

    @Test
    void shouldRelyOnlyOnWhatTheLogNamesInEveryPartition() throws SQLException {
        // Given
        execute(
                "create table shop.part (id bigint, day date, code text, primary key (id, day)) partition by range (day)");
        execute("create table shop.part_1 partition of shop.part for values from ('2026-01-01') to ('2026-02-01')");
        execute("create table shop.part_2 partition of shop.part for values from ('2026-02-01') to ('2026-03-01')");
        // When
        execute("alter table shop.part replica identity full");
        // Then
        assertThat(table("part").identity()).isEqualTo(new ReplicaIdentity(Kind.DEFAULT, Set.of("id", "day")));
        // When
        execute(table("part").fullIdentity());
        // Then
        assertThat(table("part").identity()).isEqualTo(new ReplicaIdentity(Kind.FULL, Set.of("id", "day", "code")));
        // When
        execute("alter table shop.part_2 replica identity nothing");
        // Then
        assertThat(table("part").identity()).isEqualTo(new ReplicaIdentity(Kind.NOTHING, Set.of()));
    }

    @Test
    void shouldTellTablesThatShowTheRowsOfOthers() throws SQLException {
        // Given
        execute("create table shop.base (id bigint primary key)");
        execute("create table shop.heir () inherits (shop.base)");
        // When / Then
        assertThat(table("base").storage().inherited()).isTrue();
        assertThat(table("heir").storage().inherited()).isFalse();
        assertThat(table("customer").storage().inherited()).isFalse();
    }

    @Test
    void shouldTellWhatTheUserMayNotSee() throws SQLException {
        // Given
        execute("create table shop.staff (id bigint primary key, name text, wage numeric)");
        execute("alter table shop.staff enable row level security");
        execute("create role catalog_reader");
        execute("grant usage on schema shop to catalog_reader");
        execute("grant select (id, name) on shop.staff to catalog_reader");
        // When
        execute("set role catalog_reader");
        var staff = table("staff").access();
        var customer = table("customer").access();
        execute("reset role");
        // Then
        assertThat(staff).isEqualTo(new TableAccess(true, Set.of("wage"), true));
        assertThat(customer).isEqualTo(new TableAccess(false, Set.of("id", "code", "note"), false));
        execute("drop owned by catalog_reader");
        execute("drop role catalog_reader");
    }

    @Test
    void shouldNameTheNearestTablesWhenOneIsMissing() throws SQLException {
        // Given
        var catalog = new PostgresCatalog(connection);
        // When / Then
        assertThat(catalog.nearest(new TableId("", "custmer"))).containsExactly(new TableId("shop", "customer"));
        assertThat(catalog.nearest(new TableId("shop", "invoice"))).isEmpty();
        assertThat(catalog.read(List.of(new TableId("shop", "custmer")))).isEmpty();
    }

    @Test
    void shouldReadEveryValueExactlyWhenARowIsRead() throws SQLException {
        // Given
        execute("insert into shop.customer values (1, 'a'), (2, 'b')");
        execute("insert into shop.sale values (1, 1, 'open', 10.50, 0.1, 0.1, 12345678901234567890.0123456789, 'ab',"
                + " 'abc', 'ab', '00000000-0000-0000-0000-00000000000a', '{\"b\":1}', '2024-02-29', '23:59:59.5',"
                + " '2024-01-01 00:00:00.123456', '2024-01-01 00:00:00-03', true, '\\x00')");
        execute("insert into shop.sale (customer, no, weight, any_number, day, at, moment) values"
                + " (2, 2, 'NaN', 'Infinity', 'infinity', '-infinity', '12024-01-01 00:00:00+00')");
        // When
        var rows = read();
        // Then
        assertThat(rows.get(0).values())
                .contains(new BigDecimal("10.50"), new BigDecimal("0.1"), "ab", "abc", "open", true)
                .contains(new BigDecimal("12345678901234567890.0123456789"), "{\"b\": 1}")
                .contains(LocalDate.parse("2024-02-29"), LocalTime.parse("23:59:59.5"))
                .contains(LocalDateTime.parse("2024-01-01T00:00:00.123456"), Instant.parse("2024-01-01T03:00:00Z"));
        assertThat(rows.get(1).values())
                .contains(new Unusable("NaN", "not-a-number", "the number is NaN"))
                .contains(new Unusable("Infinity", "infinite", "the number is Infinity"))
                .contains(new Unusable("infinity", "infinite", "the date is infinity"))
                .contains(new Unusable("-infinity", "infinite", "the date is -infinity"))
                .contains(Instant.parse("+12024-01-01T00:00:00Z"));
        assertThat(rows.get(1).get("paid")).isNull();
    }

    @Test
    void shouldReadOnlyTheColumnsAskedForWhenTheShapeHasNoOthers() throws SQLException {
        // When
        var few = JdbcRows.only(table("sale").shape(), Set.of("amount", "no"));
        // Then
        assertThat(few.columns()).extracting(Column::name).containsExactly("no", "amount");
    }

    private record Seen(Row row) {

        List<@Nullable Object> values() {
            var values = new ArrayList<@Nullable Object>();
            row.shape().columns().forEach(column -> values.add(row.get(column.name())));
            return values;
        }

        @Nullable
        Object get(String column) {
            return row.get(column);
        }
    }

    private static List<Seen> read() throws SQLException {
        var rows = new ArrayList<Seen>();
        try (var reading = JdbcRows.open(connection)) {
            reading.each(table("sale").shape(), row -> rows.add(new Seen(row)));
        }
        return rows;
    }

    private static CatalogTable table(String name) throws SQLException {
        var id = new TableId("shop", name);
        Map<TableId, CatalogTable> tables = new PostgresCatalog(connection).read(List.of(id));
        return Objects.requireNonNull(tables.get(id));
    }

    private static void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
