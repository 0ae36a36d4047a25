package dev.vigia.topology;

import dev.vigia.schema.DeadLetter;
import dev.vigia.schema.OutputProgress;
import dev.vigia.schema.QualityIssue;
import dev.vigia.schemas.Keys;
import dev.vigia.schemas.Topic;
import dev.vigia.schemas.Topics;
import dev.vigia.topology.demand.DemandSettings;
import dev.vigia.topology.demand.WeekTeller;
import dev.vigia.topology.demand.event.SalesEvent;
import dev.vigia.topology.demand.event.SeriesEvent;
import dev.vigia.topology.demand.event.SeriesEvent.UpstreamPassed;
import dev.vigia.topology.demand.join.OrderJoiner;
import dev.vigia.topology.demand.read.Read;
import dev.vigia.topology.demand.read.SalesReader;
import dev.vigia.topology.demand.state.SeriesEventFormat;
import dev.vigia.topology.demand.weeks.WeekTotaller;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/** The way of a sale: orders and their lines become what series add up to, and that weekly totals. */
public final class DemandTopology {

    private static final Serde<SeriesEvent> SERIES_EVENTS = Serdes.serdeFrom(
            (topic, event) -> SeriesEventFormat.write(event), (topic, bytes) -> SeriesEventFormat.read(bytes));

    private final StreamsBuilder builder = new StreamsBuilder();
    private final DemandSettings settings;

    public DemandTopology(DemandSettings settings) {
        this.settings = settings;
    }

    /** Builds it, once. */
    public Topology build() {
        var sales = readSales();
        var contributions = joinOrders(readable(sales));
        var weeks = totalWeeks(bySeries(contributions));

        write(refused(sales), Topics.DEAD_LETTERS, Steps.SEND_REFUSED);
        writeWeeks(weeks);
        write(doubts(weeks), Topics.QUALITY_ISSUES, Steps.SEND_DOUBTS);
        return builder.build();
    }

    private KStream<String, Read<SalesEvent>> readSales() {
        var topics = List.of(name(Topics.SALES_ORDERS), name(Topics.SALES_LINES));
        var asTheyCome = Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName(Steps.RECEIVE_SALES);
        return builder.stream(topics, asTheyCome)
                .process(
                        () -> new SalesReader(settings.values().deserializer(), settings.sales()),
                        Named.as(Steps.READ_SALES));
    }

    private KStream<String, SalesEvent> readable(KStream<String, Read<SalesEvent>> sales) {
        return sales.flatMapValues(DemandTopology::events, Named.as(Steps.KEEP_READABLE));
    }

    private KStream<String, SpecificRecord> refused(KStream<String, Read<SalesEvent>> sales) {
        return sales.flatMapValues(DemandTopology::letters, Named.as(Steps.KEEP_REFUSED))
                .selectKey((key, letter) -> Keys.of(letter.getOrigin()), Named.as(Steps.KEY_REFUSED))
                .mapValues(letter -> (SpecificRecord) letter, Named.as(Steps.SHOW_REFUSED));
    }

    private KStream<String, SeriesEvent> joinOrders(KStream<String, SalesEvent> sales) {
        builder.addStateStore(Stores.salesOrders());
        return sales.process(
                () -> new OrderJoiner(Stores.SALES_ORDERS, System::nanoTime),
                Named.as(Steps.JOIN_ORDERS),
                Stores.SALES_ORDERS);
    }

    private KStream<String, SeriesEvent> bySeries(KStream<String, SeriesEvent> events) {
        return events.repartition(Repartitioned.<String, SeriesEvent>as(Steps.BY_SERIES)
                .withKeySerde(Serdes.String())
                .withValueSerde(SERIES_EVENTS)
                .withNumberOfPartitions(settings.partitions())
                .withStreamPartitioner((topic, key, event, partitions) -> receivers(event, partitions)));
    }

    private KStream<String, SpecificRecord> totalWeeks(KStream<String, SeriesEvent> events) {
        builder.addStateStore(Stores.seriesWeeks());
        return events.process(
                        () -> new WeekTotaller(Stores.SERIES_WEEKS, settings.weeks(), System::nanoTime),
                        Named.as(Steps.TOTAL_WEEKS),
                        Stores.SERIES_WEEKS)
                .process(() -> new WeekTeller(settings), Named.as(Steps.TELL_WEEKS));
    }

    private static KStream<String, SpecificRecord> doubts(KStream<String, SpecificRecord> told) {
        return told.filter((key, record) -> record instanceof QualityIssue, Named.as(Steps.TELL_DOUBTS));
    }

    /** Progress goes to the partition that it vouches for. */
    private void writeWeeks(KStream<String, SpecificRecord> told) {
        told.filterNot((key, record) -> record instanceof QualityIssue, Named.as(Steps.TELL_TOTALS))
                .to(
                        name(Topics.DEMAND_WEEKS),
                        Produced.with(Serdes.String(), settings.values())
                                .withStreamPartitioner((topic, key, record, partitions) -> partition(record))
                                .withName(Steps.SEND_WEEKS));
    }

    private void write(KStream<String, SpecificRecord> records, Topic topic, String step) {
        records.to(
                name(topic), Produced.with(Serdes.String(), settings.values()).withName(step));
    }

    private String name(Topic topic) {
        return topic.prefixed(settings.prefix()).name();
    }

    private static List<SalesEvent> events(Read<SalesEvent> read) {
        return read instanceof Read.Accepted<SalesEvent> accepted ? List.of(accepted.event()) : List.of();
    }

    private static List<DeadLetter> letters(Read<SalesEvent> read) {
        return read instanceof Read.Refused<SalesEvent> refused ? List.of(refused.letter()) : List.of();
    }

    /** How far a source is concerns every partition; what a line adds the one of its series. */
    private static Optional<Set<Integer>> receivers(SeriesEvent event, int partitions) {
        return event instanceof UpstreamPassed
                ? Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toSet()))
                : Optional.empty();
    }

    private static Optional<Set<Integer>> partition(SpecificRecord record) {
        return record instanceof OutputProgress progress
                ? Optional.of(Set.of(progress.getPartition()))
                : Optional.empty();
    }
}
