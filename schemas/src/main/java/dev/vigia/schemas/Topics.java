package dev.vigia.schemas;

import static dev.vigia.schemas.Content.keyed;
import static dev.vigia.schemas.KeyKind.*;
import static dev.vigia.schemas.Role.*;
import static dev.vigia.schemas.Storage.days;
import static dev.vigia.schemas.Storage.forever;
import static dev.vigia.schemas.Storage.newestPerKey;
import static dev.vigia.schemas.Traffic.writtenBy;

import dev.vigia.schema.*;
import java.util.List;

/**
 * The catalogue of topics, in the order in which data passes them.
 *
 * <p>Topics that are joined by key share one number of partitions, chosen once per installation. Those of little traffic
 * that nobody joins by key have one partition.
 */
public final class Topics {

    /** Partitions of the topics that share a count, where nobody says otherwise. */
    public static final int SHARED_PARTITIONS = 12;

    // Canonical records: what the sources say, as upserts and deletes by primary key.
    // Capture reads them itself to find what a new epoch did not show.

    public static final Topic SALES_ORDERS = new Topic(
            "sales.order.v1",
            "Headers of sales orders and returns.",
            keyed(ORDER).holding(SalesOrder.class, Deleted.class, ProgressMarker.class),
            newestPerKey(),
            writtenBy(CAPTURE).readBy(CAPTURE, DEMAND, SINK));

    public static final Topic SALES_LINES = new Topic(
            "sales.line.v1",
            "Lines of sales orders and returns, in the partition of their order.",
            keyed(ORDER_LINE).holding(SalesLine.class, Deleted.class, ProgressMarker.class),
            newestPerKey(),
            writtenBy(CAPTURE).readBy(CAPTURE, DEMAND, SINK));

    /** One partition: every demand task keeps all of it, since a series is keyed by more than the product. */
    public static final Topic PRODUCTS = new Topic(
            "product.item.v1",
            "Products, with the days their sale began and ended.",
            keyed(PRODUCT).holding(ProductItem.class, Deleted.class),
            newestPerKey().inOnePartition(),
            writtenBy(CAPTURE).readBy(CAPTURE, DEMAND, STOCK, API, SINK));

    public static final Topic SUPPLY_POLICIES = new Topic(
            "supply.policy.v1",
            "How each product is replenished at each place.",
            keyed(PRODUCT_PLACE).holding(SupplyPolicy.class, Deleted.class),
            newestPerKey(),
            writtenBy(CAPTURE).readBy(CAPTURE, STOCK, API, SINK));

    public static final Topic SUPPLY_INBOUND = new Topic(
            "supply.inbound.v1",
            "Goods on their way.",
            keyed(SUPPLY_LINE).holding(SupplyInbound.class, Deleted.class),
            newestPerKey(),
            writtenBy(CAPTURE).readBy(CAPTURE, STOCK, SINK));

    public static final Topic STOCK_LEVELS = new Topic(
            "stock.level.v1",
            "What lies at each place.",
            keyed(PRODUCT_PLACE).holding(StockLevel.class, Deleted.class),
            newestPerKey(),
            writtenBy(CAPTURE).readBy(CAPTURE, DEMAND, STOCK, SINK));

    public static final Topic PLACE_REGIONS = new Topic(
            "place.region.v1",
            "Which place serves which region.",
            keyed(PLACE_REGION).holding(PlaceRegion.class, Deleted.class),
            newestPerKey().inOnePartition(),
            writtenBy(CAPTURE).readBy(CAPTURE, DEMAND, STOCK, API, SINK));

    public static final Topic ASSETS = new Topic(
            "equipment.asset.v1",
            "Machines, where they stand and what they measure.",
            keyed(ASSET).holding(EquipmentAsset.class, Deleted.class),
            newestPerKey(),
            writtenBy(CAPTURE).readBy(CAPTURE, MAINTENANCE, API, SINK));

    public static final Topic EQUIPMENT_STATES = new Topic(
            "equipment.state.v1",
            "What each machine is doing, where a control system says so.",
            keyed(ASSET).holding(EquipmentState.class, Deleted.class),
            newestPerKey(),
            writtenBy(CAPTURE).readBy(CAPTURE, MAINTENANCE, API, SINK));

    public static final Topic MAINTENANCE_ORDERS = new Topic(
            "maintenance.order.v1",
            "Work on machines, planned and done, in the partition of the machine.",
            keyed(ASSET_ORDER).holding(MaintenanceOrder.class, Deleted.class),
            newestPerKey(),
            writtenBy(CAPTURE).readBy(CAPTURE, MAINTENANCE, SINK));

    public static final Topic READINGS = new Topic(
            "sensor.reading.v1",
            "What the sensors of machines measure.",
            keyed(ASSET).holding(SensorReading.class),
            days(30),
            writtenBy(CAPTURE).readBy(MAINTENANCE, SINK));

    /** A year, so that who did what to an alert can still be asked when the alert itself is long cleared. */
    public static final Topic ALERT_COMMANDS = new Topic(
            "alert.command.v1",
            "What people ask of alerts.",
            keyed(ASSET).holding(AlertCommand.class),
            days(365),
            writtenBy(API).readBy(MAINTENANCE, SINK));

    // Results: what Vigia makes of it.

    /** Never compacted: all weeks of a series share its key, and compaction would leave only the last. */
    public static final Topic DEMAND_WEEKS = new Topic(
            "demand.week.v1",
            "Demand of each series in each closed business week, with its corrections.",
            keyed(SERIES).holding(DemandWeek.class, OutputProgress.class),
            forever(),
            writtenBy(DEMAND).readBy(API, SINK, READER));

    /** Two years: a forecast meets its last week half a year on, and a year is compared with the year before. */
    public static final Topic DEMAND_FORECASTS = new Topic(
            "demand.forecast.v1",
            "Forecasts of each series for the next 26 weeks.",
            keyed(SERIES).holding(DemandForecast.class, OutputProgress.class),
            days(730),
            writtenBy(DEMAND).readBy(STOCK, API, SINK, READER));

    public static final Topic FORECAST_ACCURACY = new Topic(
            "forecast.accuracy.v1",
            "How forecasts met what came, at every lag.",
            keyed(ACCURACY).holding(ForecastAccuracy.class, OutputProgress.class),
            days(730),
            writtenBy(DEMAND).readBy(API, SINK, READER));

    public static final Topic STOCK_PLANS = new Topic(
            "stock.plan.v1",
            "What to order of each product for each place, and by when.",
            keyed(PRODUCT_PLACE).holding(StockPlan.class),
            newestPerKey(),
            writtenBy(STOCK).readBy(API, SINK, READER));

    public static final Topic EQUIPMENT_HEALTH = new Topic(
            "equipment.health.v1",
            "How each machine is, by its newest readings.",
            keyed(ASSET).holding(EquipmentHealth.class),
            days(90),
            writtenBy(MAINTENANCE).readBy(API, SINK, READER));

    /** Not compacted: a channel's earlier faults explain gaps in the probability of its machine. */
    public static final Topic SENSOR_FAULTS = new Topic(
            "sensor.fault.v1",
            "Channels that cannot be trusted.",
            keyed(ASSET_MEASURE).holding(SensorFault.class),
            days(365),
            writtenBy(MAINTENANCE).readBy(API, SINK, NOTIFIER, READER));

    public static final Topic ALERTS = new Topic(
            "failure.alert.v1",
            "Alerts on machines, each in its present state.",
            keyed(ASSET_ALERT).holding(FailureAlert.class),
            newestPerKey(),
            writtenBy(MAINTENANCE).readBy(API, SINK, NOTIFIER, READER));

    public static final Topic FAILURE_LABELS = new Topic(
            "failure.label.v1",
            "What is known about failures, from maintenance orders and from people.",
            keyed(ASSET_LABEL).holding(FailureLabel.class),
            newestPerKey(),
            writtenBy(MAINTENANCE).readBy(API, SINK, READER));

    public static final Topic FAILURE_OUTCOMES = new Topic(
            "failure.outcome.v1",
            "How predictions ended, one by one and by month.",
            keyed(ASSET_ALERT).holding(FailureOutcome.class, OutcomeSummary.class),
            newestPerKey(),
            writtenBy(MAINTENANCE).readBy(API, SINK, READER));

    // What went wrong, and how far things are.

    /** Room for what was refused because it is too large for its own topic. */
    public static final Topic DEAD_LETTERS = new Topic(
            "dead.letter.v1",
            "What could not be read or applied, kept whole.",
            keyed(ORIGIN).holding(DeadLetter.class),
            days(30).inOnePartition().withRecordsUpTo(16 << 20),
            writtenBy(CAPTURE, DEMAND, STOCK, MAINTENANCE, SINK, NOTIFIER).readBy(CAPTURE, API, READER));

    public static final Topic QUALITY_ISSUES = new Topic(
            "quality.issue.v1",
            "What is doubtful but was used, and measures that left their bounds.",
            keyed(SUBJECT).holding(QualityIssue.class),
            days(90).inOnePartition(),
            writtenBy(CAPTURE, DEMAND, STOCK, MAINTENANCE).readBy(API, SINK, NOTIFIER, READER));

    public static final Topic CAPTURE_PROGRESS = new Topic(
            "capture.progress.v1",
            "How far the capture of each source is.",
            keyed(SOURCE).holding(CaptureProgress.class),
            newestPerKey().inOnePartition(),
            writtenBy(CAPTURE).readBy(API, NOTIFIER, READER));

    private static final List<Topic> ALL = List.of(
            SALES_ORDERS,
            SALES_LINES,
            PRODUCTS,
            SUPPLY_POLICIES,
            SUPPLY_INBOUND,
            STOCK_LEVELS,
            PLACE_REGIONS,
            ASSETS,
            EQUIPMENT_STATES,
            MAINTENANCE_ORDERS,
            READINGS,
            ALERT_COMMANDS,
            DEMAND_WEEKS,
            DEMAND_FORECASTS,
            FORECAST_ACCURACY,
            STOCK_PLANS,
            EQUIPMENT_HEALTH,
            SENSOR_FAULTS,
            ALERTS,
            FAILURE_LABELS,
            FAILURE_OUTCOMES,
            DEAD_LETTERS,
            QUALITY_ISSUES,
            CAPTURE_PROGRESS);

    private Topics() {}

    /** Every topic, in the order of the catalogue. */
    public static List<Topic> all() {
        return ALL;
    }
}
