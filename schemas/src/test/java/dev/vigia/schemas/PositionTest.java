package dev.vigia.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class PositionTest {

    private static final long SEED = 7;

    @Test
    void shouldOrderByEpochThenOffsetThenOrdinalWhenCompared() {
        assertThat(new Position(2, 0, 0)).isGreaterThan(new Position(1, 9, 9));
        assertThat(new Position(1, 2, 0)).isGreaterThan(new Position(1, 1, 9));
        assertThat(new Position(1, 1, 2)).isGreaterThan(new Position(1, 1, 1));
    }

    @Test
    void shouldTravelInAHeaderUnchangedWhenWrittenTwice() {
        var random = new Random(SEED);
        for (int round = 0; round < 1_000; round++) {
            // Given
            var headers = new RecordHeaders();
            var position = new Position(random.nextInt(9), random.nextLong(), random.nextInt());
            // When
            new Position(1, 1, 1).writeTo(headers);
            position.writeTo(headers);
            // Then
            assertThat(Position.of(headers)).isEqualTo(position);
            assertThat(headers.toArray()).hasSize(1);
        }
    }

    @Test
    void shouldBeNullWhenARecordCarriesNone() {
        assertThat(Position.of(new RecordHeaders())).isNull();
    }

    @Test
    void shouldNameTheTextWhenItIsMalformed() {
        assertThatThrownBy(() -> Position.parse("1:x:3"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("position \"1:x:3\" is not of the form epoch:offset:ordinal");
        assertThatThrownBy(() -> Position.parse("1:2")).hasMessageContaining("epoch:offset:ordinal");
    }
}
