package dev.vigia.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.schema.OrderStatus;
import dev.vigia.schema.SalesLine;
import dev.vigia.schema.SalesOrder;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;

/** Holds every record of the catalogue to the rules of the house. */
class RecordsTest {

    private static final List<String> SCALES = List.of("18,2", "18,3");

    private final Map<String, Schema> types = everyNamedType();

    @Test
    void shouldBeDocumentedWhenPeopleReadThem() {
        assertThat(types.values().stream()
                        .filter(type -> !isSentence(type.getDoc()))
                        .map(Schema::getName))
                .isEmpty();
        assertThat(fields(field -> !isSentence(field.doc()))).isEmpty();
    }

    @Test
    void shouldHaveAnUnknownSymbolAsDefaultWhenTheyAreEnumerations() {
        assertThat(types.values())
                .filteredOn(type -> type.getType() == Schema.Type.ENUM)
                .isNotEmpty()
                .extracting(Schema::getEnumDefault)
                .containsOnly("UNKNOWN");
    }

    @Test
    void shouldSayWhatNullMeansWhenAFieldMayBeNull() {
        assertThat(fields(field -> field.schema().isNullable() && !saysNull(field)))
                .isEmpty();
    }

    @Test
    void shouldBeAbsentByDefaultWhenAFieldMayBeNull() {
        assertThat(fields(field -> field.schema().isNullable() && !field.hasDefaultValue()))
                .isEmpty();
    }

    @Test
    void shouldBeMoneyOrQuantitiesWhenTheyAreDecimals() {
        assertThat(fields(field ->
                        parts(field.schema()).anyMatch(part -> isDecimal(part) && !SCALES.contains(size(part)))))
                .isEmpty();
    }

    @Test
    void shouldFillInDefaultsWhenABuilderIsGivenOnlyWhatIsRequired() {
        // When
        var line = SalesLine.newBuilder().setOrderId("1").setLineId("2").build();
        var order = SalesOrder.newBuilder().setOrderId("1").build();
        // Then
        assertThat(order.getStatus()).isEqualTo(OrderStatus.UNKNOWN);
        assertThat(line.getQuantity()).isEqualTo(new BigDecimal("0.000"));
        assertThat(line.getRevenue()).isEqualTo(new BigDecimal("0.00"));
        assertThat(line.getKind()).isNull();
    }

    private Stream<String> fields(Predicate<Schema.Field> broken) {
        return types.values().stream()
                .flatMap(type ->
                        fieldsOf(type).stream().filter(broken).map(field -> type.getName() + "." + field.name()));
    }

    private static boolean isSentence(String doc) {
        return doc != null && doc.endsWith(".") && Character.isUpperCase(doc.charAt(0));
    }

    private static boolean saysNull(Schema.Field field) {
        return field.doc().toLowerCase(Locale.ROOT).contains("null");
    }

    private static boolean isDecimal(Schema schema) {
        return schema.getLogicalType() instanceof LogicalTypes.Decimal;
    }

    private static String size(Schema schema) {
        var decimal = (LogicalTypes.Decimal) schema.getLogicalType();
        return decimal.getPrecision() + "," + decimal.getScale();
    }

    private static Map<String, Schema> everyNamedType() {
        Map<String, Schema> found = new LinkedHashMap<>();
        Topics.all().stream()
                .flatMap(topic -> topic.content().types().stream())
                .forEach(type -> collect(SpecificData.get().getSchema(type), found));
        return found;
    }

    private static void collect(Schema schema, Map<String, Schema> found) {
        boolean isNamed = schema.getType() == Schema.Type.RECORD || schema.getType() == Schema.Type.ENUM;
        if (isNamed && found.putIfAbsent(schema.getFullName(), schema) == null) {
            fieldsOf(schema).stream().flatMap(field -> parts(field.schema())).forEach(part -> collect(part, found));
        }
    }

    /** The types a field may hold, with those of lists and unions. */
    private static Stream<Schema> parts(Schema schema) {
        return switch (schema.getType()) {
            case UNION -> schema.getTypes().stream().flatMap(RecordsTest::parts);
            case ARRAY -> parts(schema.getElementType());
            default -> Stream.of(schema);
        };
    }

    private static List<Schema.Field> fieldsOf(Schema schema) {
        return schema.getType() == Schema.Type.RECORD ? schema.getFields() : List.of();
    }
}
