package dev.vigia.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.domain.BusinessCalendar;
import dev.vigia.schema.DeadLetter;
import dev.vigia.schema.DemandWeek;
import dev.vigia.schema.OrderStatus;
import dev.vigia.schema.OutputProgress;
import dev.vigia.schema.Phase;
import dev.vigia.schema.ProgressMarker;
import dev.vigia.schema.SalesKind;
import dev.vigia.schema.SalesLine;
import dev.vigia.schema.SalesOrder;
import dev.vigia.schemas.Keys;
import dev.vigia.schemas.Position;
import dev.vigia.schemas.Topic;
import dev.vigia.schemas.Topics;
import dev.vigia.topology.demand.DemandSettings;
import dev.vigia.topology.demand.read.SalesRules;
import dev.vigia.topology.demand.weeks.WeekRules;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemandTopologyTest {

    private static final BusinessCalendar CALENDAR =
            new BusinessCalendar(ZoneId.of("America/Sao_Paulo"), DayOfWeek.MONDAY);
    private static final Duration GRACE = Duration.ofHours(24);
    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 22);
    private static final Instant WEDNESDAY = Instant.parse("2026-06-24T15:00:00Z");
    private static final byte[] NOTHING = {};

    @TempDir
    private Path state;

    private TopologyTestDriver driver = new TopologyTestDriver(topology());
    private long offset;

    @BeforeEach
    void start() {
        driver.close();
        var properties = new Properties();
        properties.put("state.dir", state.toString());
        driver = new TopologyTestDriver(topology(), properties, Instant.EPOCH);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    /**
     * Names of stores, steps and topics are names in Kafka: what is changed here is lost at the next upgrade of a running
     * installation, unless it migrates it. Only then write the file anew.
     */
    @Test
    void shouldLookAsItDidWhenItWasLastUpgraded() throws IOException {
        // Given
        var golden = Path.of(System.getProperty("basedir", "."), "src/test/resources/demand-topology.txt");
        // When
        var now = topology().describe().toString();
        // Then
        assertThat(now).isEqualTo(Files.readString(golden));
    }

    @Test
    void shouldTellTheWeekOfASaleOnceItsSourceHasPassedItsEnd() {
        // When
        send(Topics.SALES_LINES, "o-1|1", line("o-1", "1", "2.500", "25.00"));
        send(Topics.SALES_ORDERS, "o-1", order("o-1"));
        pass(CALENDAR.endsAt(CALENDAR.weekOf(MONDAY)));
        // Then
        assertThat(weeks()).isEmpty();
        // When
        pass(CALENDAR.endsAt(CALENDAR.weekOf(MONDAY)).plus(GRACE));
        // Then
        assertThat(weeks()).singleElement().satisfies(week -> {
            assertThat(week.getProduct()).isEqualTo("P-1");
            assertThat(week.getRegion()).isEqualTo("SP");
            assertThat(week.getWeekStart()).isEqualTo(MONDAY);
            assertThat(week.getNet()).isEqualByComparingTo("2.5");
            assertThat(week.getRevenue()).isEqualByComparingTo("25");
            assertThat(week.getRevision()).isZero();
            assertThat(week.getObserved()).isTrue();
        });
    }

    @Test
    void shouldTellTheNextRevisionWhenALineIsCorrected() {
        // Given
        send(Topics.SALES_ORDERS, "o-1", order("o-1"));
        send(Topics.SALES_LINES, "o-1|1", line("o-1", "1", "2.500", "25.00"));
        pass(CALENDAR.endsAt(CALENDAR.weekOf(MONDAY)).plus(GRACE));
        assertThat(weeks()).hasSize(1);
        // When
        send(Topics.SALES_LINES, "o-1|1", line("o-1", "1", "3.000", "30.00"));
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        // Then
        assertThat(weeks()).singleElement().satisfies(week -> {
            assertThat(week.getRevision()).isEqualTo(1);
            assertThat(week.getNet()).isEqualByComparingTo("3");
        });
    }

    @Test
    void shouldSayHowFarItIsAfterTheWeeks() {
        // Given
        var end = CALENDAR.endsAt(CALENDAR.weekOf(MONDAY)).plus(GRACE);
        send(Topics.SALES_ORDERS, "o-1", order("o-1"));
        send(Topics.SALES_LINES, "o-1|1", line("o-1", "1", "2.500", "25.00"));
        // When
        pass(end);
        // Then
        var told = told();
        assertThat(told.get(told.size() - 1)).isInstanceOfSatisfying(OutputProgress.class, progress -> {
            assertThat(progress.getAt()).isEqualTo(end);
            assertThat(progress.getPhase()).isEqualTo(Phase.LIVE);
            assertThat(progress.getSource()).isEqualTo("erp");
        });
        assertThat(told).hasSizeGreaterThan(1);
    }

    @Test
    void shouldGoOnWhenARecordCannotBeRead() {
        // When
        input(Topics.SALES_ORDERS).pipeInput(new TestRecord<>("o-0".getBytes(UTF_8), "garbage".getBytes(UTF_8)));
        send(Topics.SALES_ORDERS, "o-1", order("o-1"));
        send(Topics.SALES_LINES, "o-1|1", line("o-1", "1", "2.500", "25.00"));
        pass(CALENDAR.endsAt(CALENDAR.weekOf(MONDAY)).plus(GRACE));
        // Then
        assertThat(weeks()).hasSize(1);
        assertThat(output(Topics.DEAD_LETTERS)).singleElement().isInstanceOfSatisfying(DeadLetter.class, letter -> {
            assertThat(letter.getReason()).isEqualTo("unreadable-value");
            assertThat(letter.getOrigin()).isEqualTo("sales.order.v1 partition 0 offset 0");
        });
    }

    private static org.apache.kafka.streams.Topology topology() {
        var sales = new SalesRules(CALENDAR, "BRL", LocalDate.of(2000, 1, 1), LocalDate.of(2100, 1, 1));
        var weeks = new WeekRules(CALENDAR, GRACE, Set.of("erp"));
        return new DemandTopology(new DemandSettings("", 1, 1, "0.1.0", sales, weeks, PlainAvro.serde())).build();
    }

    private void pass(Instant at) {
        for (var topic : List.of(Topics.SALES_ORDERS, Topics.SALES_LINES)) {
            var marker = ProgressMarker.newBuilder()
                    .setSource("erp")
                    .setTopic(topic.name())
                    .setPartition(0)
                    .setOf(1)
                    .setEpoch(1)
                    .setPhase(Phase.LIVE)
                    .setAt(at)
                    .setPosition("1:0:0")
                    .build();
            send(topic, Keys.progress("erp", topic.name(), 0), marker);
        }
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        driver.advanceWallClockTime(Duration.ofSeconds(1));
    }

    private void send(Topic topic, String key, SpecificRecord value) {
        var headers = new ProducerRecord<>(topic.name(), NOTHING).headers();
        new Position(1, ++offset, 0).writeTo(headers);
        var bytes = PlainAvro.serde().serializer().serialize(topic.name(), value);
        input(topic).pipeInput(new TestRecord<>(key.getBytes(UTF_8), bytes, headers));
    }

    private TestInputTopic<byte[], byte[]> input(Topic topic) {
        return driver.createInputTopic(
                topic.name(),
                Serdes.ByteArray().serializer(),
                Serdes.ByteArray().serializer());
    }

    private List<DemandWeek> weeks() {
        return told().stream()
                .filter(DemandWeek.class::isInstance)
                .map(DemandWeek.class::cast)
                .toList();
    }

    private List<SpecificRecord> told() {
        return output(Topics.DEMAND_WEEKS);
    }

    private List<SpecificRecord> output(Topic topic) {
        return driver.createOutputTopic(
                        topic.name(),
                        Serdes.String().deserializer(),
                        PlainAvro.serde().deserializer())
                .readValuesToList();
    }

    private static SalesOrder order(String order) {
        return SalesOrder.newBuilder()
                .setOrderId(order)
                .setKind(SalesKind.SALE)
                .setStatus(OrderStatus.CONFIRMED)
                .setSoldAt(WEDNESDAY)
                .setRegion("SP")
                .setCurrency("BRL")
                .setSource("erp")
                .build();
    }

    private static SalesLine line(String order, String line, String quantity, String revenue) {
        return SalesLine.newBuilder()
                .setOrderId(order)
                .setLineId(line)
                .setProduct("P-1")
                .setQuantity(new BigDecimal(quantity))
                .setUnit("EA")
                .setRevenue(new BigDecimal(revenue))
                .setSource("erp")
                .build();
    }
}
