package dev.vigia.app.sim.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.Table;
import dev.vigia.app.sim.trade.book.Erp;
import dev.vigia.app.sim.trade.book.Wms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowingConsumer;
import org.jspecify.annotations.Nullable;

/** Plays a company's days and keeps its tables as a database would: what cannot be applied fails at once. */
final class Ledgers {

    /** By table: which of its columns refers to the key of which other table. */
    private static final Map<Table, Map<String, Table>> REFERENCES = Map.of(
            Erp.PRODUCT_PRICE, Map.of("sku", Erp.PRODUCT),
            Erp.PROMOTION, Map.of("sku", Erp.PRODUCT),
            Erp.SALES_ORDER, Map.of("customer_id", Erp.CUSTOMER, "returned_order_id", Erp.SALES_ORDER),
            Erp.SALES_ORDER_LINE, Map.of("order_id", Erp.SALES_ORDER, "sku", Erp.PRODUCT),
            Wms.WAREHOUSE_REGION, Map.of("warehouse", Wms.WAREHOUSE),
            Wms.REPLENISHMENT_POLICY, Map.of("warehouse", Wms.WAREHOUSE, "sku", Erp.PRODUCT),
            Wms.STOCK_LEVEL, Map.of("warehouse", Wms.WAREHOUSE, "sku", Erp.PRODUCT),
            Wms.STOCK_MOVEMENT, Map.of("warehouse", Wms.WAREHOUSE, "sku", Erp.PRODUCT),
            Wms.PURCHASE_ORDER, Map.of("warehouse", Wms.WAREHOUSE),
            Wms.PURCHASE_ORDER_LINE, Map.of("purchase_order_id", Wms.PURCHASE_ORDER, "sku", Erp.PRODUCT));

    private final Map<Table, Map<List<Object>, Row>> tables = new HashMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final TradeState state;

    private Ledgers(CompanySettings settings, int days) {
        var trade = new Trade(settings);
        trade.opening().forEach(this::apply);
        var current = trade.initialState();
        for (var date = settings.start(); date.isBefore(settings.start().plusDays(days)); date = date.plusDays(1)) {
            var day = trade.plan(date, current, List.of());
            assertThat(day.changes()).extracting(RowChange::at).isSorted().allSatisfy(lies(date, settings));
            day.changes().forEach(this::apply);
            current = day.stateAtEnd();
        }
        state = current;
    }

    static Ledgers of(CompanySettings settings, int days) {
        return new Ledgers(settings, days);
    }

    TradeState state() {
        return state;
    }

    /** What a table saw, and how often: {@code erp.sales_order UPDATE status}. */
    Map<String, Integer> counts() {
        return counts;
    }

    Collection<Row> rows(Table table) {
        return of(table).values();
    }

    Row row(Table table, Object... key) {
        return Objects.requireNonNull(of(table).get(List.of(key)), table.name());
    }

    /** The lines of an order, which are numbered without a gap. */
    List<Row> lines(long order) {
        var lines = of(Erp.SALES_ORDER_LINE);
        return Stream.iterate(1, number -> lines.containsKey(List.<Object>of(order, number)), number -> number + 1)
                .map(number -> row(Erp.SALES_ORDER_LINE, order, number))
                .toList();
    }

    private Map<List<Object>, Row> of(Table table) {
        return tables.computeIfAbsent(table, name -> new HashMap<>());
    }

    private void apply(RowChange change) {
        switch (change.kind()) {
            case INSERT -> insert(change);
            case UPDATE -> update(change);
            case DELETE -> delete(change);
        }
    }

    private void insert(RowChange change) {
        var table = change.table();
        var row = new Row(table);
        row.write(change);
        require(change.values().size() == table.columns().size(), "an insert has all columns", change);
        require(table.columns().stream().allMatch(row::isOfType), "values are of their column's type", change);
        REFERENCES.getOrDefault(table, Map.of()).forEach((column, to) -> refer(row.value(column), to, change));
        require(of(table).put(Row.key(change), row) == null, "a key is inserted once", change);
        count(change, "");
    }

    private void update(RowChange change) {
        row(change.table(), Row.key(change).toArray()).write(change);
        var changed = new TreeSet<>(change.values().keySet());
        change.table().key().forEach(column -> changed.remove(column.name()));
        require(!changed.isEmpty(), "an update changes something", change);
        changed.forEach(column -> count(change, column));
    }

    private void delete(RowChange change) {
        require(change.values().size() == change.table().keyColumns(), "a delete names the key", change);
        require(of(change.table()).remove(Row.key(change)) != null, "what is deleted is there", change);
        count(change, "");
    }

    private void count(RowChange change, String column) {
        counts.merge((change.table().name() + " " + change.kind() + " " + column).strip(), 1, Integer::sum);
    }

    private void refer(@Nullable Object key, Table to, RowChange change) {
        require(key == null || of(to).containsKey(List.of(key)), "what is referred to is there", change);
    }

    private static void require(boolean holds, String rule, RowChange change) {
        if (!holds) {
            throw new AssertionError(rule + ": " + change);
        }
    }

    private static ThrowingConsumer<Instant> lies(LocalDate date, CompanySettings settings) {
        var start = date.atStartOfDay(settings.zone()).toInstant();
        var end = date.plusDays(1).atStartOfDay(settings.zone()).toInstant();
        return at -> assertThat(at).isAfterOrEqualTo(start).isBefore(end);
    }
}
