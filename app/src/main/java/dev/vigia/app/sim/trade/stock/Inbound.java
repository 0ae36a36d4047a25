package dev.vigia.app.sim.trade.stock;

import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.trade.book.BusinessDay;
import dev.vigia.app.sim.trade.book.Rows;
import dev.vigia.app.sim.trade.book.Update;
import dev.vigia.app.sim.trade.book.Wms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A purchase order on its way.
 *
 * @param expectedOn when the company believes that it will come
 * @param arrivesOn when it will
 */
record Inbound(long number, Warehouse warehouse, LocalDate expectedOn, LocalDate arrivesOn, List<Item> items) {

    private static final LocalTime NEWS = LocalTime.of(9, 0);
    private static final LocalTime UNLOADED = LocalTime.of(10, 30);

    /** So much of a product. */
    record Item(String sku, BigDecimal quantity) {}

    boolean arrives(BusinessDay day) {
        return arrivesOn.equals(day.date());
    }

    /** The supplier owns up to a delay on the day on which the goods should have come. */
    boolean isOverdue(BusinessDay day) {
        return expectedOn.equals(day.date()) && arrivesOn.isAfter(expectedOn);
    }

    Inbound promisedAnew() {
        return new Inbound(number, warehouse, arrivesOn, arrivesOn, items);
    }

    Stream<RowChange> ordered(Instant at, String supplier) {
        var header = Rows.insert(
                at, Wms.PURCHASE_ORDER, number, warehouse.code(), supplier, "open", at, expectedOn, null, at);
        return Stream.concat(Stream.of(header), lines().mapToObj(place -> line(at, place)));
    }

    RowChange delayed(BusinessDay day) {
        var at = day.at(NEWS);
        return Update.of(Wms.PURCHASE_ORDER, number)
                .set("expected_on", arrivesOn)
                .set("updated_at", at)
                .at(at);
    }

    Stream<RowChange> received(BusinessDay day) {
        var at = day.at(UNLOADED);
        var header = Update.of(Wms.PURCHASE_ORDER, number)
                .set("status", "received")
                .set("arrived_at", at)
                .set("updated_at", at);
        return Stream.concat(Stream.of(header.at(at)), lines().mapToObj(place -> receivedLine(at, place)));
    }

    private RowChange line(Instant at, int place) {
        var item = items.get(place);
        var nothing = BigDecimal.ZERO.setScale(3);
        return Rows.insert(at, Wms.PURCHASE_ORDER_LINE, number, place + 1, item.sku, item.quantity, nothing);
    }

    private RowChange receivedLine(Instant at, int place) {
        return Update.of(Wms.PURCHASE_ORDER_LINE, number, place + 1)
                .set("received", items.get(place).quantity)
                .at(at);
    }

    private IntStream lines() {
        return IntStream.range(0, items.size());
    }
}
