package dev.vigia.connect.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.connect.row.TableId;
import io.debezium.DebeziumException;
import org.junit.jupiter.api.Test;

class UnconvertedValueTest {

    @Test
    void shouldNameTableAndColumnWhenTheEngineEndedAtAValue() {
        // Given
        var words = "Failed to properly convert data value for 'public.line.sold on' of type time";
        var end = new IllegalStateException("the engine ended", new DebeziumException(words));
        // When
        var found = UnconvertedValue.find(end);
        // Then
        assertThat(found).contains(new UnconvertedValue(new TableId("public", "line"), "sold on", "time"));
    }

    @Test
    void shouldBlameNoValueWhenSomethingElseEndedTheEngine() {
        // When / Then
        assertThat(UnconvertedValue.find(new DebeziumException("the connection was closed")))
                .isEmpty();
        assertThat(UnconvertedValue.find(new IllegalStateException())).isEmpty();
    }
}
