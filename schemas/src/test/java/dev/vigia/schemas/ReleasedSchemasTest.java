package dev.vigia.schemas;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fails the build when what was released can no longer be read. {@link ReleaseSchemas} releases. */
class ReleasedSchemasTest {

    private static final String REMEDY = " can no longer read what its released schema wrote. Add fields with defaults"
            + " instead of changing them, or make a topic of the next version";

    @Test
    void shouldReadWhatWasReleasedWhenASchemaChanges() throws IOException {
        // Given
        var current = ReleasedSchemas.current();
        // When
        var released = ReleasedSchemas.released();
        // Then
        released.forEach((name, schema) -> {
            assertThat(current)
                    .as(name + " was released and is gone from the catalogue")
                    .containsKey(name);
            assertThat(Compatibility.breaks(requireNonNull(current.get(name)), schema))
                    .as(name + REMEDY)
                    .isEmpty();
        });
    }

    @Test
    void shouldHaveBeenReleasedWhenARecordIsInTheCatalogue() throws IOException {
        assertThat(ReleasedSchemas.released().keySet())
                .as("release new records with ReleaseSchemas before others rely on them")
                .containsAll(ReleasedSchemas.current().keySet());
    }

    /** The control: each of these changes must be seen. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {"name": "b", "type": "string"};                                                    READER_FIELD_MISSING_DEFAULT_VALUE
            {"name": "a", "type": "long"};                                                      TYPE_MISMATCH
            {"name": "a", "type": {"type": "enum", "name": "E", "symbols": ["X"]}};             TYPE_MISMATCH
            {"name": "d", "type": {"type": "bytes", "logicalType": "decimal", "precision": 18, "scale": 2}}; MEANING
            {"name": "t", "type": {"type": "long", "logicalType": "timestamp-micros"}};         MEANING
            {"name": "n", "type": {"type": "array", "items": "int"}};                           TYPE_MISMATCH
            """)
    void shouldBeCaughtWhenAChangeIsIncompatible(String field, String reason) {
        // Given
        var released = RELEASED;
        // When
        var breaks = Compatibility.breaks(record(field), released);
        // Then
        assertThat(breaks).anyMatch(text -> text.startsWith(reason));
    }

    @Test
    void shouldPassWhenAChangeIsCompatible() {
        // Given
        var grown = record("{\"name\": \"new\", \"type\": \"string\", \"default\": \"\"}");
        // When
        var breaks = Compatibility.breaks(grown, RELEASED);
        // Then
        assertThat(breaks).isEqualTo(List.of());
    }

    private static final Schema RELEASED = new Schema.Parser().parse("""
            {"type": "record", "name": "R", "fields": [
              {"name": "a", "type": "string"},
              {"name": "d", "type": {"type": "bytes", "logicalType": "decimal", "precision": 18, "scale": 3}},
              {"name": "t", "type": ["null", {"type": "long", "logicalType": "timestamp-millis"}]},
              {"name": "n", "type": {"type": "array", "items": "string"}}]}
            """);

    private static Schema record(String field) {
        return new Schema.Parser().parse("{\"type\": \"record\", \"name\": \"R\", \"fields\": [" + field + "]}");
    }
}
