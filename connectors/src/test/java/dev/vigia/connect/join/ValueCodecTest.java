package dev.vigia.connect.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.connect.row.Unusable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValueCodecTest {

    private static final List<@Nullable Object> VALUES = Arrays.asList(
            null,
            true,
            false,
            new BigDecimal("0"),
            new BigDecimal("-1.500"),
            new BigDecimal("1E+40"),
            new BigDecimal("123456789012345678901234567890.000000000000000000001"),
            BigDecimal.valueOf(Long.MIN_VALUE, 3),
            "",
            "São Paulo 🏭 \u0000",
            "half of a character: \uD83C",
            LocalDate.MIN,
            LocalDate.of(2026, 2, 28),
            LocalTime.MAX,
            LocalDateTime.MIN,
            LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_999_999),
            Instant.MIN,
            Instant.MAX,
            Instant.parse("2026-02-28T12:00:00.000000001Z"),
            new Unusable("NaN", "not-a-number", "price is NaN"));

    @Test
    void shouldReadBackExactlyWhatWasWritten() {
        // When
        var out = new ByteWriter();
        VALUES.forEach(value -> ValueCodec.write(value, out));
        // Then
        var in = new ByteReader(out.bytes());
        for (var value : VALUES) {
            assertThat(ValueCodec.read(in)).isEqualTo(value);
        }
        assertThat(in.hasMore()).isFalse();
    }

    @Test
    void shouldFindNumbersByTheirValueWhateverTheirZeros() {
        assertThat(comparable(new BigDecimal("1.00"))).isEqualTo(comparable(BigDecimal.ONE));
        assertThat(comparable(new BigDecimal("0.00"))).isEqualTo(comparable(BigDecimal.ZERO));
        assertThat(comparable(new BigDecimal("100"))).isEqualTo(comparable(new BigDecimal("1E+2")));
    }

    @Test
    void shouldTellApartWhatDiffersOnlyInWhereAPartEnds() {
        assertThat(comparable("ab", "c")).isNotEqualTo(comparable("a", "bc"));
        assertThat(comparable("1")).isNotEqualTo(comparable(BigDecimal.ONE));
    }

    private static Bytes comparable(Object... values) {
        var out = new ByteWriter();
        ValueCodec.writeComparable(List.of(values), out);
        return Bytes.of(out.bytes());
    }
}
