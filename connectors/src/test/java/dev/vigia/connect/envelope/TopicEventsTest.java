package dev.vigia.connect.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.connect.envelope.Event.Aside;
import dev.vigia.connect.envelope.Event.Changed;
import dev.vigia.connect.envelope.Event.Heartbeat;
import dev.vigia.connect.envelope.Event.Truncated;
import dev.vigia.connect.envelope.Event.Unreadable;
import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.ColumnType;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.RowChange;
import dev.vigia.connect.row.RowChange.Operation;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.Unusable;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.json.JsonConverter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicEventsTest {

    private static final TableId LINES = TableId.parse("erp.line");
    private static final TopicOrigin ORIGIN = new TopicOrigin("acme.erp.line", LINES, Instant.EPOCH);
    private static final String SOURCE = """
            "source": {"schema": "erp", "table": "line", "lsn": 77, "txId": 5, "ts_ms": 1000, "snapshot": "false"}""";

    private final TopicEvents events = new TopicEvents(
            EventFormat.AUTO,
            new WantedColumns(
                    Map.of(LINES, Set.of("order_id", "price", "quantity", "sold_on", "changed_at", "note")),
                    Map.of(
                            LINES,
                            List.of(
                                    new Column("order_id", ColumnType.NUMBER, "number"),
                                    new Column("price", ColumnType.NUMBER, "numeric(18,2)"),
                                    new Column("quantity", ColumnType.NUMBER, "number"),
                                    new Column("sold_on", ColumnType.DATE, "date"),
                                    new Column("changed_at", ColumnType.LOCAL_TIMESTAMP, "timestamp micros"),
                                    new Column("note", ColumnType.TEXT, "text")))),
            null);

    @Test
    void shouldReadAnEnvelopeWhenTheMappingDeclaresItsTypes() {
        // When
        var change = changed(json("c", null, row("\"MDk=\"", "\"a\"")));
        // Then
        var after = after(change);
        assertThat(change.operation()).isEqualTo(Operation.INSERT);
        assertThat(after.shape().primaryKey()).containsExactly("id");
        assertThat(after.get("id")).isEqualTo(new BigDecimal("7"));
        assertThat(after.get("price")).isEqualTo(new BigDecimal("123.45"));
        assertThat(after.get("quantity")).isEqualTo(new BigDecimal("1.10"));
        assertThat(after.get("sold_on")).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(after.get("changed_at")).isEqualTo(LocalDateTime.of(2026, 3, 1, 0, 0, 0, 1_000));
        assertThat(after.get("note")).isEqualTo("a");
    }

    @Test
    void shouldTakeAnUnchangedValueFromBeforeWhenItIsThere() {
        // When
        var change = changed(json("u", row("null", "\"long\""), row("null", "\"__debezium_unavailable_value\"")));
        // Then
        assertThat(after(change).get("note")).isEqualTo("long");
    }

    @Test
    void shouldRefuseWhenAnUnchangedValueIsNowhere() {
        // When
        var event = read(json("u", null, row("null", "\"__debezium_unavailable_value\"")));
        // Then
        assertThat(reason(event)).isEqualTo("unavailable-value");
    }

    @Test
    void shouldTrustOnlyTheKeyOfADeletedRowWhenTheRestSaysNothing() {
        // Given: without REPLICA IDENTITY FULL, Debezium has zeros and empty texts in place of what it does not know.
        var bare = "{\"id\": 7, \"order_id\": 0, \"price\": null, \"quantity\": 0, \"note\": \"\"}";
        // When
        var change = changed(json("d", bare, null));
        // Then
        assertThat(before(change).shape().columns()).extracting(Column::name).containsExactly("id");
    }

    @Test
    void shouldTrustOnlyTheKeyOfADeletedRowWhenUpdatesCameWithoutTheRowBefore() {
        // Given
        changed(json("u", null, row("null", "\"a\"")));
        // When
        var change = changed(json("d", row("null", "\"default of the column\""), null));
        // Then
        assertThat(before(change).shape().has("order_id")).isFalse();
    }

    @Test
    void shouldTrustTheWholeDeletedRowWhenItSaysSomething() {
        // When
        var change = changed(json("d", row("\"MDk=\"", "\"a\""), null));
        // Then
        assertThat(before(change).get("order_id")).isEqualTo(new BigDecimal("3"));
    }

    @Test
    void shouldReadARowWithoutItsEnvelope() {
        // Given
        var flat = row("\"MDk=\"", "\"a\"").replace("{\"id\"", "{\"__op\": \"u\", \"__source_lsn\": 9, \"id\"");
        // When
        var event = (Changed) read(flat);
        // Then
        assertThat(event.change().operation()).isEqualTo(Operation.UPDATE);
        assertThat(event.source().lsn()).isEqualTo(9);
        assertThat(event.source().table()).isEqualTo(LINES);
    }

    @Test
    void shouldHarmOnlyTheValueWhenItIsOfAnotherType() {
        // When
        var change = changed(json("c", null, row("true", "12")));
        // Then
        assertThat(after(change).get("price")).isInstanceOf(Unusable.class);
        assertThat(after(change).get("note")).isInstanceOf(Unusable.class);
        assertThat(after(change).get("order_id")).isEqualTo(new BigDecimal("3"));
    }

    @Test
    void shouldHarmOnlyTheValueWhenItsColumnIsMissing() {
        // When
        var change = changed(json("c", null, "{\"id\": 7, \"order_id\": 3}"));
        // Then
        assertThat(after(change).get("note"))
                .isInstanceOfSatisfying(
                        Unusable.class, note -> assertThat(note.reason()).isEqualTo("missing-column"));
    }

    @Test
    void shouldReadJsonByItsSchemaWhenItHasOne() {
        // Given
        var rowSchema = SchemaBuilder.struct()
                .optional()
                .field("id", Schema.INT64_SCHEMA)
                .field("order_id", Schema.INT64_SCHEMA)
                .field("price", Decimal.builder(2).optional().build())
                .field("note", Schema.STRING_SCHEMA)
                .build();
        var row = new Struct(rowSchema)
                .put("id", 7L)
                .put("order_id", 3L)
                .put("price", new BigDecimal("123.45"))
                .put("note", "a");
        // When
        var change = ((Changed) readWithSchema(Envelopes.of("c", null, row))).change();
        // Then
        assertThat(after(change).shape().primaryKey()).containsExactly("id");
        assertThat(after(change).get("price")).isEqualTo(new BigDecimal("123.45"));
        assertThat(after(change).shape().column("note").type()).isEqualTo(ColumnType.TEXT);
    }

    @Test
    void shouldTellWhatIsNoChangeOfARow() {
        assertThat(events.read(ORIGIN, null, null)).isEqualTo(new Aside("tombstone"));
        assertThat(read("{\"ts_ms\": 5}")).isEqualTo(new Aside("heartbeat"));
        assertThat(read("{\"status\": \"END\", \"id\": \"5:7\", \"event_count\": 1, \"ts_ms\": 1}"))
                .isEqualTo(new Aside("transaction"));
        assertThat(read("{\"op\": \"t\", " + SOURCE + "}")).isInstanceOf(Truncated.class);
        var heartbeat = "{\"op\": \"u\", \"after\": {\"at\": \"2026-03-01T10:00:00Z\"}, "
                + SOURCE.replace("line", "vigia_heartbeat") + "}";
        assertThat(read(heartbeat))
                .isInstanceOfSatisfying(
                        Heartbeat.class,
                        read -> assertThat(read.at()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[1]",
                "7",
                "\"text\"",
                "null",
                "{\"op\": \"c\", \"after\": null}",
                "{\"op\": \"c\", \"after\": 7}",
                "{\"op\": \"x\", \"after\": {}}",
                "{\"op\": \"d\", \"before\": null}",
                "{\"op\": \"u\", \"after\": {}} trailing",
                "{\"schema\": {\"type\": \"nonsense\"}, \"payload\": {}}",
                "{\"schema\": {\"type\": \"int32\"}, \"payload\": 5}",
                "\u0000\u0000\u0000\u0000\u0001x"
            })
    void shouldRefuseWhenItIsNoEvent(String value) {
        assertThat(read(value)).isInstanceOf(Unreadable.class);
    }

    @Test
    void shouldRefuseWhenTheMappingDoesNotNameTheTable() {
        assertThat(reason(read(json("c", null, row("null", "null")).replace("\"line\"", "\"other\""))))
                .isEqualTo("unknown-table");
    }

    @Test
    void shouldNeverThrowWhenAnEventIsDamaged() {
        // Given
        long seed = new Random().nextLong();
        System.out.println("TopicEventsTest seed " + seed);
        var random = new Random(seed);
        var whole =
                json("u", row("\"MDk=\"", "\"b\""), row("\"MDk=\"", "\"a\"")).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 5_000; i++) {
            var damaged = whole.clone();
            for (int hit = 0; hit <= random.nextInt(4); hit++) {
                damaged[random.nextInt(damaged.length)] = (byte) (random.nextBoolean() ? random.nextInt() : '0');
            }
            // When
            var event = events.read(ORIGIN, damaged, damaged);
            // Then
            assertThat(event).isNotNull();
        }
    }

    private Event readWithSchema(Struct envelope) {
        var converter = new JsonConverter();
        converter.configure(Map.of("schemas.enable", true), false);
        var key = new Struct(
                        SchemaBuilder.struct().field("id", Schema.INT64_SCHEMA).build())
                .put("id", 7L);
        return events.read(
                ORIGIN,
                converter.fromConnectData("t", key.schema(), key),
                converter.fromConnectData("t", envelope.schema(), envelope));
    }

    private RowChange changed(String json) {
        var event = read(json);
        assertThat(event).isInstanceOf(Changed.class);
        return ((Changed) event).change();
    }

    private static Row after(RowChange change) {
        return Objects.requireNonNull(change.after());
    }

    private static Row before(RowChange change) {
        return Objects.requireNonNull(change.before());
    }

    private Event read(String json) {
        return events.read(
                ORIGIN, "{\"id\": 7}".getBytes(StandardCharsets.UTF_8), json.getBytes(StandardCharsets.UTF_8));
    }

    private static String reason(Event event) {
        assertThat(event).isInstanceOf(Unreadable.class);
        return ((Unreadable) event).refusal().reason();
    }

    private static String row(String price, String note) {
        return "{\"id\": 7, \"order_id\": 3, \"price\": " + price + ", \"quantity\": \"1.10\", \"sold_on\": 20513,"
                + " \"changed_at\": 1772323200000001, \"note\": " + note + ", \"unmapped\": [1, {\"x\": 2}]}";
    }

    private static String json(String op, @Nullable String before, @Nullable String after) {
        return "{\"op\": \"" + op + "\", \"before\": " + before + ", \"after\": " + after + ", " + SOURCE + "}";
    }
}
