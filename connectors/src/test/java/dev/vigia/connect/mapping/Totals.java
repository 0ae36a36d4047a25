package dev.vigia.connect.mapping;

import dev.vigia.schema.OrderStatus;
import dev.vigia.schema.SalesKind;
import dev.vigia.schema.SalesLine;
import dev.vigia.schema.SalesOrder;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Weekly totals of canonical records, by hand: gross, returned and revenue of {@code product|region|week}. */
record Totals(Map<String, Sums> cells) {

    /** What a product sold in a region and week. */
    record Sums(BigDecimal gross, BigDecimal returned, BigDecimal revenue) {

        static final Sums NONE = new Sums(new BigDecimal("0.000"), new BigDecimal("0.000"), new BigDecimal("0.00"));

        Sums sold(BigDecimal quantity, BigDecimal amount) {
            return new Sums(gross.add(quantity), returned, revenue.add(amount));
        }

        Sums cameBack(BigDecimal quantity, BigDecimal amount) {
            return new Sums(gross, returned.add(quantity.abs()), revenue.subtract(amount.abs()));
        }
    }

    Totals() {
        this(new TreeMap<>());
    }

    void sold(String product, String region, Object week, BigDecimal quantity, BigDecimal amount) {
        var key = product + "|" + region + "|" + week;
        cells.put(key, cells.getOrDefault(key, Sums.NONE).sold(quantity, amount));
    }

    void cameBack(String product, String region, Object week, BigDecimal quantity, BigDecimal amount) {
        var key = product + "|" + region + "|" + week;
        cells.put(key, cells.getOrDefault(key, Sums.NONE).cameBack(quantity, amount));
    }

    /** The totals of what the rules for orders and lines make of a database; what they refuse counts nowhere. */
    static Totals of(Database database, Rule orders, Rule lines, ZoneId zone) {
        var headers = database.made(orders)
                .filter(Made.Mapped.class::isInstance)
                .map(made -> (SalesOrder) ((Made.Mapped) made).value())
                .collect(Collectors.toMap(SalesOrder::getOrderId, order -> order));
        var totals = new Totals();
        database.made(lines)
                .filter(Made.Mapped.class::isInstance)
                .map(made -> (SalesLine) ((Made.Mapped) made).value())
                .forEach(line -> totals.add(headers.get(line.getOrderId()), line, zone));
        return totals;
    }

    private void add(@Nullable SalesOrder order, SalesLine line, ZoneId zone) {
        if (order == null
                || order.getSoldAt() == null
                || EnumSet.of(OrderStatus.DRAFT, OrderStatus.CANCELLED).contains(order.getStatus())
                || line.getCancelled()
                || line.getProduct() == null) {
            return;
        }
        var week =
                order.getSoldAt().atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var kind = line.getKind() == null ? order.getKind() : line.getKind();
        if (kind == SalesKind.RETURN) {
            cameBack(line.getProduct(), order.getRegion(), week, line.getQuantity(), line.getRevenue());
        } else {
            sold(line.getProduct(), order.getRegion(), week, line.getQuantity(), line.getRevenue());
        }
    }
}
