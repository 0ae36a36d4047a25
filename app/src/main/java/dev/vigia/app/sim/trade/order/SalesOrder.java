package dev.vigia.app.sim.trade.order;

import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.trade.book.Erp;
import dev.vigia.app.sim.trade.book.Rows;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order as the ERP holds it.
 *
 * @param returned the order whose goods come back; null for a sale
 */
record SalesOrder(
        long number,
        Buyer buyer,
        Instant orderedAt,
        Instant postedAt,
        @Nullable Long returned,
        List<Line> lines) {

    SalesOrder orderedAt(Instant other) {
        return new SalesOrder(number, buyer, other, postedAt, returned, lines);
    }

    SalesOrder by(Buyer other) {
        return new SalesOrder(number, other, orderedAt, postedAt, returned, lines);
    }

    SalesOrder with(List<Line> other) {
        return new SalesOrder(number, buyer, orderedAt, postedAt, returned, other);
    }

    /** The header, then its lines. */
    Stream<RowChange> inserted() {
        return Stream.concat(Stream.of(header()), lines.stream().map(line -> line.inserted(postedAt, number)));
    }

    private RowChange header() {
        return Rows.insert(
                postedAt,
                Erp.SALES_ORDER,
                number,
                buyer.customer(),
                returned == null ? "sale" : "return",
                "confirmed",
                orderedAt,
                postedAt,
                buyer.region().name(),
                buyer.channel().name(),
                returned,
                postedAt);
    }
}
