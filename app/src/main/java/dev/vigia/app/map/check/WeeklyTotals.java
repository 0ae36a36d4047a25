package dev.vigia.app.map.check;

import dev.vigia.schema.OrderStatus;
import dev.vigia.schema.SalesKind;
import dev.vigia.schema.SalesLine;
import dev.vigia.schema.SalesOrder;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds the lines of orders up to business weeks, exactly: orders first, then their lines. */
final class WeeklyTotals {

    static final DayOfWeek FIRST_DAY = DayOfWeek.MONDAY;

    /** What of an order its lines need; the same for many orders, so kept once. */
    private record Header(LocalDate week, String region, SalesKind kind) {}

    private final ZoneId zone;
    private final Map<String, Header> orders = new HashMap<>();
    private final Map<Header, Header> headers = new HashMap<>();
    private final Map<WeekCell, WeekTotal> totals = new TreeMap<>();

    WeeklyTotals(ZoneId zone) {
        this.zone = zone;
    }

    /** Orders that count nowhere are not kept: drafts, cancelled ones, and those without a date. */
    void add(SalesOrder order) {
        var soldAt = order.getSoldAt();
        if (soldAt == null || order.getStatus() == OrderStatus.DRAFT || order.getStatus() == OrderStatus.CANCELLED) {
            return;
        }
        var header = new Header(week(soldAt), text(order.getRegion()), order.getKind());
        orders.put(order.getOrderId(), headers.computeIfAbsent(header, same -> same));
    }

    void add(SalesLine line) {
        var order = orders.get(line.getOrderId());
        var product = line.getProduct();
        if (order == null || product == null || line.getCancelled()) {
            return;
        }
        var kind = line.getKind() == null ? order.kind() : line.getKind();
        var total = kind == SalesKind.RETURN
                ? WeekTotal.cameBack(line.getQuantity(), line.getRevenue())
                : WeekTotal.sold(line.getQuantity(), line.getRevenue());
        totals.merge(new WeekCell(order.week(), product, order.region()), total, WeekTotal::plus);
    }

    /** The totals of all weeks. */
    Map<WeekCell, WeekTotal> totals() {
        return totals;
    }

    /** Weeks begin on Monday at midnight, local time; some have 167 or 169 hours. */
    private LocalDate week(Instant soldAt) {
        return soldAt.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(FIRST_DAY));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
