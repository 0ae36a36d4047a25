package dev.vigia.connect.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import org.apache.avro.generic.GenericData;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;

class AvroStructsTest {

    private static final String ROW = """
            {"type": "record", "name": "Value", "namespace": "acme.erp.line", "fields": [
              {"name": "id", "type": "long"},
              {"name": "note", "type": ["null", "string"], "default": null},
              {"name": "price", "type": ["null", {"type": "bytes", "logicalType": "decimal", "precision": 18, "scale": 2,
                "connect.name": "org.apache.kafka.connect.data.Decimal"}], "default": null},
              {"name": "sold_on", "type": {"type": "int", "connect.name": "io.debezium.time.Date"}},
              {"name": "changed_at", "type": {"type": "long", "logicalType": "timestamp-micros"}},
              {"name": "weight", "type": {"type": "record", "name": "VariableScaleDecimal", "namespace": "io.debezium.data",
                "fields": [{"name": "scale", "type": "int"}, {"name": "value", "type": "bytes"}],
                "connect.name": "io.debezium.data.VariableScaleDecimal"}},
              {"name": "tags", "type": {"type": "array", "items": "string"}}]}
            """;

    @Test
    void shouldGiveBackWhatAConverterWroteDown() {
        // Given
        var schema = new org.apache.avro.Schema.Parser().parse(ROW);
        var weight = new GenericData.Record(schema.getField("weight").schema());
        weight.put("scale", 3);
        weight.put("value", ByteBuffer.wrap(new byte[] {5}));
        var record = new GenericData.Record(schema);
        record.put("id", 7L);
        record.put("note", "a");
        record.put(
                "price",
                ByteBuffer.wrap(new BigDecimal("123.45").unscaledValue().toByteArray()));
        record.put("sold_on", 20_513);
        record.put("changed_at", 1L);
        record.put("weight", weight);
        record.put("tags", new GenericData.Array<>(schema.getField("tags").schema(), List.of("x")));
        // When
        var struct = (Struct) Objects.requireNonNull(new AvroStructs().connect(record));
        // Then
        assertThat(struct.get("price")).isEqualTo(new BigDecimal("123.45"));
        assertThat(struct.getString("note")).isEqualTo("a");
        assertThat(struct.schema().field("sold_on").schema().name()).isEqualTo("io.debezium.time.Date");
        assertThat(struct.schema().field("changed_at").schema().name()).isEqualTo("io.debezium.time.MicroTimestamp");
        assertThat(Numbers.variableScale(struct.getStruct("weight"))).isEqualTo(new BigDecimal("0.005"));
        assertThat(struct.get("tags")).isNull();
    }
}
