package dev.vigia.topology.demand.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigia.domain.BusinessCalendar;
import dev.vigia.domain.OrderHeader;
import dev.vigia.schema.DeadLetter;
import dev.vigia.schema.DeleteReason;
import dev.vigia.schema.Deleted;
import dev.vigia.schema.OrderStatus;
import dev.vigia.schema.Phase;
import dev.vigia.schema.ProgressMarker;
import dev.vigia.schema.SalesKind;
import dev.vigia.schema.SalesLine;
import dev.vigia.schema.SalesOrder;
import dev.vigia.schemas.Position;
import dev.vigia.schemas.Topics;
import dev.vigia.topology.demand.event.SalesEvent;
import dev.vigia.topology.demand.event.SalesEvent.LineChanged;
import dev.vigia.topology.demand.event.SalesEvent.OrderChanged;
import dev.vigia.topology.demand.event.SalesEvent.SourcePassed;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SalesReaderTest {

    private static final BusinessCalendar CALENDAR =
            new BusinessCalendar(ZoneId.of("America/Sao_Paulo"), DayOfWeek.MONDAY);
    private static final SalesRules RULES =
            new SalesRules(CALENDAR, "BRL", LocalDate.of(2000, 1, 1), LocalDate.of(2100, 1, 1));
    private static final Instant SUNDAY_EVENING = Instant.parse("2026-06-29T02:59:59Z");
    private static final byte[] NOTHING = {};
    private static final Position POSITION = new Position(1, 2, 3);

    private final MockProcessorContext<String, Read<SalesEvent>> context = new MockProcessorContext<>();

    @Test
    void shouldCountAnOrderInTheLocalWeekInWhichItWasSold() {
        // When
        var event = accepted("o-1", order(order -> {}));
        // Then
        assertThat(event)
                .isEqualTo(new OrderChanged(
                        "o-1",
                        "erp",
                        POSITION,
                        new OrderHeader(CALENDAR.weekOf(LocalDate.of(2026, 6, 22)), "SP", false)));
    }

    @Test
    void shouldCountNoOrderThatIsADraftCancelledOrNotDated() {
        assertThat(header(order(order -> order.setStatus(OrderStatus.DRAFT)))).isNull();
        assertThat(header(order(order -> order.setStatus(OrderStatus.CANCELLED))))
                .isNull();
        assertThat(header(order(order -> order.setSoldAt(null)))).isNull();
        assertThat(header(order(order -> order.setStatus(OrderStatus.UNKNOWN)))).isNotNull();
    }

    @Test
    void shouldCountNoLineThatHasNoProductOrIsCancelled() {
        assertThat(line(line(line -> line.setProduct(null)))).isNull();
        assertThat(line(line(line -> line.setCancelled(true)))).isNull();
        assertThat(line(line(line -> line.setKind(SalesKind.RETURN))))
                .satisfies(said ->
                        assertThat(Objects.requireNonNull(said).isReturn()).isTrue());
    }

    @Test
    void shouldTakeADeleteForWhatItDeletes() {
        // Given
        var gone = Deleted.newBuilder()
                .setRecordType(SalesLine.getClassSchema().getFullName())
                .setReason(DeleteReason.DELETED)
                .setSource("erp")
                .build();
        // Then
        assertThat(accepted("o-1|7", gone)).isEqualTo(new LineChanged("o-1", "o-1|7", "erp", POSITION, null));
    }

    @Test
    void shouldHearHowFarASourceIs() {
        // Given
        var marker = marker(4);
        // Then
        assertThat(accepted("~erp/sales.order.v1/0", marker)).isInstanceOfSatisfying(SourcePassed.class, passed -> {
            assertThat(passed.passed().of()).isEqualTo(4);
            assertThat(passed.passed().live()).isTrue();
        });
    }

    @Test
    void shouldRefuseWithItsReasonWhatCannotBeCounted() {
        assertThat(refused("o-2", order(order -> {}))).isEqualTo("key-mismatch");
        assertThat(refused(null, order(order -> {}))).isEqualTo("no-key");
        assertThat(refused("o-1", order(order -> order.setSoldAt(Instant.parse("2999-01-01T00:00:00Z")))))
                .isEqualTo("date-out-of-range");
        assertThat(refused("o-1", order(order -> order.setCurrency("USD")))).isEqualTo("other-currency");
        assertThat(refused("o-1|7", line(line -> line.setQuantity(new BigDecimal("99999999999999999.999")))))
                .isEqualTo("number-too-large");
        assertThat(refused("~erp/sales.order.v1/0", marker(0))).isEqualTo("wrong-marker");
        assertThat(refused(
                        "x",
                        DeadLetter.newBuilder()
                                .setReason("r")
                                .setDetail("d")
                                .setRefusedBy("x")
                                .setOrigin("o")
                                .setRefusedAt(Instant.EPOCH)
                                .build()))
                .isEqualTo("wrong-record");
    }

    @Test
    void shouldRefuseARecordWithoutOrWithAnUnreadablePosition() {
        assertThat(letter(read("o-1", order(order -> {}), null)).getReason()).isEqualTo("no-position");
        assertThat(letter(read("o-1", order(order -> {}), "1:2")).getReason()).isEqualTo("wrong-position");
    }

    @Test
    void shouldRefuseBytesThatNobodyCanReadAndSayWhereTheyCameFrom() {
        // Given
        var reader = new SalesReader(
                (topic, bytes) -> {
                    throw new SerializationException("it ends before the record does");
                },
                RULES);
        // When
        var letter = letter(Objects.requireNonNull(process(reader, "o-1", POSITION.toString())));
        // Then
        assertThat(letter.getReason()).isEqualTo("unreadable-value");
        assertThat(letter.getOrigin()).isEqualTo("sales.order.v1 partition 3 offset 42");
    }

    @Test
    void shouldStopRatherThanRefuseWhenItIsNotTheRecordsFault() {
        // Given
        var reader = new SalesReader(
                (topic, bytes) -> {
                    throw new IllegalStateException("no registry answers");
                },
                RULES);
        // Then
        assertThatThrownBy(() -> process(reader, "o-1", POSITION.toString())).hasMessage("no registry answers");
    }

    private @Nullable OrderHeader header(SalesOrder order) {
        return ((OrderChanged) accepted("o-1", order)).header();
    }

    private dev.vigia.domain.@Nullable OrderLine line(SalesLine line) {
        return ((LineChanged) accepted("o-1|7", line)).line();
    }

    private SalesEvent accepted(String key, SpecificRecord value) {
        return ((Read.Accepted<SalesEvent>) read(key, value, POSITION.toString())).event();
    }

    private String refused(@Nullable String key, SpecificRecord value) {
        return letter(read(key, value, POSITION.toString())).getReason();
    }

    private static DeadLetter letter(Read<SalesEvent> read) {
        return ((Read.Refused<SalesEvent>) read).letter();
    }

    private Read<SalesEvent> read(@Nullable String key, SpecificRecord value, @Nullable String position) {
        return Objects.requireNonNull(process(new SalesReader((topic, bytes) -> value, RULES), key, position));
    }

    private @Nullable Read<SalesEvent> process(SalesReader reader, @Nullable String key, @Nullable String position) {
        context.setCurrentSystemTimeMs(0);
        context.setRecordMetadata(Topics.SALES_ORDERS.name(), 3, 42);
        context.resetForwards();
        var headers = new ProducerRecord<>("any", NOTHING).headers();
        if (position != null) {
            headers.add(Position.HEADER, position.getBytes(UTF_8));
        }
        reader.init(context);
        reader.process(new Record<>(key == null ? null : key.getBytes(UTF_8), new byte[] {0}, 0, headers));
        return context.forwarded().get(0).record().value();
    }

    private static SalesOrder order(Consumer<SalesOrder.Builder> change) {
        var order = SalesOrder.newBuilder()
                .setOrderId("o-1")
                .setKind(SalesKind.SALE)
                .setStatus(OrderStatus.CONFIRMED)
                .setSoldAt(SUNDAY_EVENING)
                .setRegion("SP")
                .setCurrency("BRL")
                .setSource("erp");
        change.accept(order);
        return order.build();
    }

    private static SalesLine line(Consumer<SalesLine.Builder> change) {
        var line = SalesLine.newBuilder()
                .setOrderId("o-1")
                .setLineId("7")
                .setProduct("P-1")
                .setQuantity(new BigDecimal("2.500"))
                .setUnit("EA")
                .setRevenue(new BigDecimal("25.00"))
                .setSource("erp");
        change.accept(line);
        return line.build();
    }

    private static ProgressMarker marker(int of) {
        return ProgressMarker.newBuilder()
                .setSource("erp")
                .setTopic(Topics.SALES_ORDERS.name())
                .setPartition(0)
                .setOf(of)
                .setEpoch(1)
                .setPhase(Phase.LIVE)
                .setAt(Instant.EPOCH)
                .setPosition("1:0:0")
                .build();
    }
}
