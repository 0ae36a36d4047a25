package dev.vigia.connect.csv;

import dev.vigia.connect.mapping.Found;
import dev.vigia.connect.mapping.Keyed;
import dev.vigia.connect.mapping.Lookup;
import dev.vigia.connect.mapping.Made;
import dev.vigia.connect.mapping.Refusal;
import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.Unusable;
import dev.vigia.schema.SalesLine;
import dev.vigia.schema.SalesOrder;
import dev.vigia.schemas.Keys;
import dev.vigia.schemas.Topic;
import dev.vigia.schemas.Topics;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The rules of a small report of sales, made by hand: a line of it is an order and a line of the order. */
record SalesRule(boolean ofOrders) implements Rule {

    static final TableId TABLE = TableId.parse("sales.csv");

    @Override
    public String name() {
        return topic().name();
    }

    @Override
    public Topic topic() {
        return ofOrders ? Topics.SALES_ORDERS : Topics.SALES_LINES;
    }

    @Override
    public Class<? extends SpecificRecord> type() {
        return ofOrders ? SalesOrder.class : SalesLine.class;
    }

    @Override
    public TableId from() {
        return TABLE;
    }

    @Override
    public List<Lookup> lookups() {
        return List.of();
    }

    @Override
    public Keyed key(Row row) {
        var key = keyOf(row);
        return key == null ? new Keyed.Unreadable(missing()) : new Keyed.Key(key);
    }

    @Override
    public Set<String> keyColumns() {
        return ofOrders ? Set.of("order") : Set.of("order", "line");
    }

    @Override
    public Set<String> columns() {
        return ofOrders
                ? Set.of("order", "line", "sold_on", "note")
                : Set.of("order", "line", "sold_on", "note", "quantity");
    }

    @Override
    public Made make(Row row, Found found) {
        var key = keyOf(row);
        if (key == null) {
            return new Made.Refused(null, missing());
        }
        if ("quotation".equals(row.get("note"))) {
            return new Made.Excluded(key);
        }
        return ofOrders ? order(key, row) : line(key, row);
    }

    private @Nullable String keyOf(Row row) {
        var order = (String) row.get("order");
        var line = (String) row.get("line");
        if (order == null || line == null) {
            return null;
        }
        return ofOrders ? Keys.of(order) : Keys.of(order, line);
    }

    private Made order(String key, Row row) {
        if (row.get("sold_on") instanceof Unusable unusable) {
            return refused(key, unusable);
        }
        var day = (LocalDate) row.get("sold_on");
        var order = SalesOrder.newBuilder().setOrderId(key).setSource("report");
        order.setSoldAt(day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant());
        return new Made.Mapped(key, order.build());
    }

    private Made line(String key, Row row) {
        if (row.get("quantity") instanceof Unusable unusable) {
            return refused(key, unusable);
        }
        var quantity = (BigDecimal) row.get("quantity");
        return new Made.Mapped(
                key,
                SalesLine.newBuilder()
                        .setOrderId(String.valueOf(row.get("order")))
                        .setLineId(String.valueOf(row.get("line")))
                        .setQuantity(
                                (quantity == null ? BigDecimal.ZERO : quantity).setScale(3, RoundingMode.HALF_EVEN))
                        .setRevenue(new BigDecimal("0.00"))
                        .setSource("report")
                        .build());
    }

    private static Made refused(String key, Unusable unusable) {
        return new Made.Refused(key, new Refusal(unusable.reason(), unusable.detail(), "report.yaml:7"));
    }

    private static Refusal missing() {
        return new Refusal("missing-value", "the key is empty", "report.yaml:5");
    }
}
