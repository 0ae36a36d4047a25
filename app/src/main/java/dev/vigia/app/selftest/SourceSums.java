package dev.vigia.app.selftest;

import dev.vigia.app.topics.TopicContents;
import dev.vigia.schema.Deleted;
import dev.vigia.schema.EquipmentAsset;
import dev.vigia.schema.EquipmentState;
import dev.vigia.schema.MaintenanceOrder;
import dev.vigia.schema.PlaceRegion;
import dev.vigia.schema.ProductItem;
import dev.vigia.schema.SalesLine;
import dev.vigia.schema.SalesOrder;
import dev.vigia.schema.StockLevel;
import dev.vigia.schema.SupplyInbound;
import dev.vigia.schema.SupplyPolicy;
import dev.vigia.schemas.Topic;
import dev.vigia.schemas.Topics;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** Counts and sums of the canonical records beside those that SQL gives on the company's tables. */
final class SourceSums {

    /**
     * What is compared of one topic.
     *
     * @param sql gives a count and a sum
     * @param measure what is summed of each record
     */
    private record Comparison(Topic topic, String sql, Function<SpecificRecord, BigDecimal> measure) {

        static <T extends SpecificRecord> Comparison of(
                Topic topic, Class<T> type, Function<T, BigDecimal> measure, String sql) {
            return new Comparison(topic, sql, value -> measure.apply(type.cast(value)));
        }
    }

    /** A count and a sum. */
    private record Sum(long count, BigDecimal sum) {

        boolean equalsExactly(Sum other) {
            return count == other.count && sum.compareTo(other.sum) == 0;
        }

        @Override
        public String toString() {
            return count + " records, sum " + sum.toPlainString();
        }
    }

    private static final List<Comparison> ALL = List.of(
            Comparison.of(
                    Topics.SALES_ORDERS,
                    SalesOrder.class,
                    order -> seconds(order.getSoldAt().toEpochMilli()),
                    "select count(*), trunc(sum(extract(epoch from date_trunc('milliseconds', ordered_at))), 3)"
                            + " from erp.sales_order"),
            Comparison.of(
                    Topics.SALES_LINES,
                    SalesLine.class,
                    line -> line.getQuantity().add(line.getRevenue()),
                    "select count(*), sum(quantity + amount) from erp.sales_order_line"),
            Comparison.of(
                    Topics.PRODUCTS,
                    ProductItem.class,
                    ProductItem::getPrice,
                    "select count(*), sum(list_price) from erp.product"),
            Comparison.of(
                    Topics.SUPPLY_POLICIES,
                    SupplyPolicy.class,
                    policy -> policy.getMinimumOrder().add(policy.getOrderMultiple()),
                    "select count(*), sum(minimum + multiple) from wms.replenishment_policy"),
            Comparison.of(
                    Topics.SUPPLY_INBOUND,
                    SupplyInbound.class,
                    SupplyInbound::getQuantity,
                    "select count(*), sum(case when status = 'received' then 0 else greatest(quantity - received, 0) end)"
                            + " from wms.purchase_order_line join wms.purchase_order using (purchase_order_id)"),
            Comparison.of(
                    Topics.STOCK_LEVELS,
                    StockLevel.class,
                    level -> level.getOnHand().add(level.getReserved()),
                    "select count(*), sum(on_hand + reserved) from wms.stock_level"),
            Comparison.of(
                    Topics.PLACE_REGIONS,
                    PlaceRegion.class,
                    place -> BigDecimal.valueOf(place.getPlaceName().length()),
                    "select count(*), sum(length(w.name)) from wms.warehouse_region r join wms.warehouse w using (warehouse)"),
            Comparison.of(
                    Topics.ASSETS,
                    EquipmentAsset.class,
                    asset -> BigDecimal.valueOf(asset.getChannels().size()),
                    "select count(*), (select count(*) from plant.channel) from plant.machine"),
            Comparison.of(
                    Topics.EQUIPMENT_STATES,
                    EquipmentState.class,
                    state -> seconds(state.getSince().toEpochMilli()),
                    "select count(*), trunc(sum(extract(epoch from date_trunc('milliseconds', since))), 3)"
                            + " from (select machine, max(since) since from plant.operating_state group by machine) s"),
            Comparison.of(
                    Topics.MAINTENANCE_ORDERS,
                    MaintenanceOrder.class,
                    order -> BigDecimal.valueOf(order.getDescription().length()),
                    "select count(*), sum(length(text)) from plant.maintenance_order"));

    private SourceSums() {}

    /** What is not equal, a line each; empty when everything is. */
    static List<String> differences(Connection source, TopicContents contents) throws SQLException {
        var differences = Stream.<String>builder();
        for (var comparison : ALL) {
            var wanted = ask(source, comparison.sql());
            var seen = sum(comparison, contents);
            if (!wanted.equalsExactly(seen)) {
                differences.add(comparison.topic().name() + " has " + seen + "; SQL has " + wanted);
            }
        }
        return differences.build().toList();
    }

    /** How many topics are compared. */
    static int topics() {
        return ALL.size();
    }

    private static Sum sum(Comparison comparison, TopicContents contents) {
        var records = contents.newest(comparison.topic()).values().stream()
                .filter(record -> !(record instanceof Deleted))
                .toList();
        return new Sum(
                records.size(), records.stream().map(comparison.measure()).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static Sum ask(Connection source, String sql) throws SQLException {
        try (var statement = source.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            var sum = rows.getBigDecimal(2);
            return new Sum(rows.getLong(1), sum == null ? BigDecimal.ZERO : sum);
        }
    }

    private static BigDecimal seconds(long millis) {
        return BigDecimal.valueOf(millis, 3);
    }
}
