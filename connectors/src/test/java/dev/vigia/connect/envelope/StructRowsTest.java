package dev.vigia.connect.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.ColumnType;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import dev.vigia.connect.row.Unusable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StructRowsTest {

    private static final Schema VARIABLE_SCALE = SchemaBuilder.struct()
            .name("io.debezium.data.VariableScaleDecimal")
            .field("scale", Schema.INT32_SCHEMA)
            .field("value", Schema.BYTES_SCHEMA)
            .build();

    private static final Schema FILLED = SchemaBuilder.string()
            .parameter("__debezium.source.column.type", "BPCHAR")
            .build();

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(Schema.BOOLEAN_SCHEMA, true, ColumnType.BOOLEAN, true),
                Arguments.of(Schema.INT16_SCHEMA, (short) 7, ColumnType.NUMBER, new BigDecimal("7")),
                Arguments.of(Schema.INT64_SCHEMA, Long.MAX_VALUE, ColumnType.NUMBER, new BigDecimal(Long.MAX_VALUE)),
                Arguments.of(Schema.FLOAT64_SCHEMA, 0.1, ColumnType.NUMBER, new BigDecimal("0.1")),
                Arguments.of(Schema.FLOAT32_SCHEMA, 0.1f, ColumnType.NUMBER, new BigDecimal("0.1")),
                Arguments.of(Decimal.schema(2), new BigDecimal("12.50"), ColumnType.NUMBER, new BigDecimal("12.50")),
                Arguments.of(VARIABLE_SCALE, variable(-12345, 4), ColumnType.NUMBER, new BigDecimal("-1.2345")),
                Arguments.of(Schema.STRING_SCHEMA, "12.500", ColumnType.NUMBER, new BigDecimal("12.500")),
                Arguments.of(Schema.STRING_SCHEMA, "ação", ColumnType.TEXT, "ação"),
                Arguments.of(text("io.debezium.data.Enum"), "sale", ColumnType.TEXT, "sale"),
                Arguments.of(text("io.debezium.data.Json"), "{}", ColumnType.TEXT, "{}"),
                Arguments.of(FILLED, "ab    ", ColumnType.TEXT, "ab"),
                Arguments.of(int32("io.debezium.time.Date"), -1, ColumnType.DATE, LocalDate.of(1969, 12, 31)),
                Arguments.of(
                        int64("io.debezium.time.MicroTime"),
                        86_399_999_999L,
                        ColumnType.TIME,
                        LocalTime.of(23, 59, 59, 999_999_000)),
                Arguments.of(
                        int64("io.debezium.time.MicroTimestamp"),
                        -1L,
                        ColumnType.LOCAL_TIMESTAMP,
                        LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_999_000)),
                Arguments.of(
                        int64("io.debezium.time.Timestamp"),
                        1_500L,
                        ColumnType.LOCAL_TIMESTAMP,
                        LocalDateTime.of(1970, 1, 1, 0, 0, 1, 500_000_000)),
                Arguments.of(
                        text("io.debezium.time.ZonedTimestamp"),
                        "2026-02-28T23:59:59.123456Z",
                        ColumnType.INSTANT,
                        Instant.parse("2026-02-28T23:59:59.123456Z")));
    }

    @ParameterizedTest
    @MethodSource("values")
    void shouldReadAValueInTheTypeOfItsColumn(Schema came, Object value, ColumnType type, Object expected) {
        // Given
        var rows = new StructRows(shape(type));
        // When
        var row = rows.row(struct(came, value));
        // Then
        assertThat(row.get("c")).isEqualTo(expected);
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of(Schema.STRING_SCHEMA, "NaN", ColumnType.NUMBER, "not-a-number"),
                Arguments.of(Schema.FLOAT64_SCHEMA, Double.NaN, ColumnType.NUMBER, "not-a-number"),
                Arguments.of(Schema.FLOAT32_SCHEMA, Float.NEGATIVE_INFINITY, ColumnType.NUMBER, "infinite"),
                Arguments.of(Schema.STRING_SCHEMA, "Infinity", ColumnType.NUMBER, "infinite"),
                Arguments.of(
                        int64("io.debezium.time.MicroTimestamp"),
                        9223372036825200000L,
                        ColumnType.LOCAL_TIMESTAMP,
                        "infinite"),
                Arguments.of(
                        int64("io.debezium.time.MicroTimestamp"),
                        -9223372036832400000L,
                        ColumnType.LOCAL_TIMESTAMP,
                        "infinite"),
                Arguments.of(int32("io.debezium.time.Date"), Integer.MAX_VALUE, ColumnType.DATE, "infinite"),
                Arguments.of(int32("io.debezium.time.Date"), Integer.MIN_VALUE, ColumnType.DATE, "infinite"),
                Arguments.of(text("io.debezium.time.ZonedTimestamp"), "infinity", ColumnType.INSTANT, "infinite"),
                Arguments.of(
                        text("io.debezium.time.ZonedTimestamp"),
                        "+292278994-08-16T23:00:00Z",
                        ColumnType.INSTANT,
                        "infinite"),
                Arguments.of(int64("io.debezium.time.MicroTime"), 86_400_000_000L, ColumnType.TIME, "wrong-type"));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void shouldSayWhyAValueIsUnusable(Schema came, Object value, ColumnType type, String reason) {
        // Given
        var rows = new StructRows(shape(type));
        // When
        var read = rows.row(struct(came, value)).get("c");
        // Then
        assertThat(read)
                .isInstanceOfSatisfying(
                        Unusable.class,
                        unusable -> assertThat(unusable.reason()).isEqualTo(reason));
    }

    @Test
    void shouldKeepANullThatTheSchemaHasADefaultFor() {
        // Given
        var optional = SchemaBuilder.int32().optional().defaultValue(5).build();
        // When
        var row = new StructRows(shape(ColumnType.NUMBER)).row(struct(optional, null));
        // Then
        assertThat(row.get("c")).isNull();
    }

    @Test
    void shouldNameTheColumnThatIsGoneOrCannotBeRead() {
        // Given
        var rows = new StructRows(shape(ColumnType.NUMBER));
        var gone = SchemaBuilder.struct().field("d", Schema.INT32_SCHEMA).build();
        var moment = struct(int64("io.debezium.time.MicroTimestamp"), 0L).schema();
        var text = SchemaBuilder.string()
                .parameter("__debezium.source.column.type", "TEXT")
                .build();
        // When, Then
        assertThat(rows.problems(gone)).containsExactly("column \"c\" is gone");
        assertThat(rows.problems(moment))
                .containsExactly("column \"c\" was of old and now comes as io.debezium.time.MicroTimestamp");
        assertThat(rows.problems(struct(text, "x").schema())).hasSize(1);
        assertThat(rows.problems(struct(Schema.INT32_SCHEMA, 1).schema())).isEmpty();
    }

    private static Struct variable(long unscaled, int scale) {
        return new Struct(VARIABLE_SCALE)
                .put("scale", scale)
                .put("value", BigDecimal.valueOf(unscaled).toBigInteger().toByteArray());
    }

    private static Schema text(String name) {
        return SchemaBuilder.string().name(name).build();
    }

    private static Schema int32(String name) {
        return SchemaBuilder.int32().name(name).build();
    }

    private static Schema int64(String name) {
        return SchemaBuilder.int64().name(name).build();
    }

    private static TableShape shape(ColumnType type) {
        return new TableShape(TableId.parse("t.x"), List.of(new Column("c", type, "of old")), List.of());
    }

    private static Struct struct(Schema schema, @Nullable Object value) {
        return new Struct(SchemaBuilder.struct().field("c", schema).build()).put("c", value);
    }
}
