package dev.vigia.app.sim.trade.order;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.trade.book.Erp;
import dev.vigia.app.sim.trade.book.Update;
import dev.vigia.app.sim.trade.product.Region;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that happens to an order in the ERP, now or on a later day.
 *
 * <pre>
 * entered ──► line corrected | line deleted | redated | rerouted      a mistake is put right
 *         └─► cancelled                                               its goods come back
 * </pre>
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = OrderEvent.Entered.class, name = "entered"),
    @JsonSubTypes.Type(value = OrderEvent.LineCorrected.class, name = "line-corrected"),
    @JsonSubTypes.Type(value = OrderEvent.LineDeleted.class, name = "line-deleted"),
    @JsonSubTypes.Type(value = OrderEvent.Redated.class, name = "redated"),
    @JsonSubTypes.Type(value = OrderEvent.Rerouted.class, name = "rerouted"),
    @JsonSubTypes.Type(value = OrderEvent.Cancelled.class, name = "cancelled")
})
sealed interface OrderEvent {

    Instant at();

    Stream<RowChange> changes();

    default Stream<GoodsBack> goodsBack() {
        return Stream.empty();
    }

    /** The order is written, with its lines. */
    record Entered(Instant at, SalesOrder order) implements OrderEvent {

        @Override
        public Stream<RowChange> changes() {
            return order.inserted();
        }

        @Override
        public Stream<GoodsBack> goodsBack() {
            return order.returned() == null
                    ? Stream.empty()
                    : goods(order.number(), order.buyer().region(), order.lines());
        }
    }

    /** A quantity was typed wrongly and is put right. */
    record LineCorrected(Instant at, long order, Line line) implements OrderEvent {

        @Override
        public Stream<RowChange> changes() {
            return Stream.of(line.updated(at, order));
        }
    }

    /** A line was typed twice and is taken out. */
    record LineDeleted(Instant at, long order, Line line) implements OrderEvent {

        @Override
        public Stream<RowChange> changes() {
            return Stream.of(line.deleted(at, order));
        }
    }

    /** The order was dated wrongly and moves to its right day. */
    record Redated(Instant at, long order, Instant orderedAt) implements OrderEvent {

        @Override
        public Stream<RowChange> changes() {
            return Stream.of(header(at, order, "ordered_at", orderedAt));
        }
    }

    /** The order was booked on the wrong region and moves to its right one. */
    record Rerouted(Instant at, long order, Region region) implements OrderEvent {

        @Override
        public Stream<RowChange> changes() {
            return Stream.of(header(at, order, "ship_to_region", region.name()));
        }
    }

    /** The customer wants none of it after all. */
    record Cancelled(Instant at, long order, Region region, List<Line> lines) implements OrderEvent {

        @Override
        public Stream<RowChange> changes() {
            return Stream.of(header(at, order, "status", "cancelled"));
        }

        @Override
        public Stream<GoodsBack> goodsBack() {
            return goods(order, region, lines);
        }
    }

    private static RowChange header(Instant at, long order, String column, Object value) {
        return Update.of(Erp.SALES_ORDER, order)
                .set(column, value)
                .set("updated_at", at)
                .at(at);
    }

    private static Stream<GoodsBack> goods(long order, Region region, List<Line> lines) {
        return lines.stream().map(line -> new GoodsBack(region, line.sku(), line.quantity(), order));
    }
}
