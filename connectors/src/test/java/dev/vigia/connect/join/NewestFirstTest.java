package dev.vigia.connect.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.connect.row.Unusable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bytes have the order of the values that they stand for, the other way round. */
class NewestFirstTest {

    private static final int PAIRS = 20_000;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @Test
    void shouldOrderNumbersAsTheirValuesAre() {
        for (int pair = 0; pair < PAIRS; pair++) {
            var one = number();
            assertOrder(one, random.nextInt(4) == 0 ? one.setScale(one.scale() + 3) : number());
        }
    }

    @Test
    void shouldOrderTextsAsJavaDoes() {
        for (int pair = 0; pair < PAIRS; pair++) {
            assertOrder(text(), text());
        }
    }

    @Test
    void shouldOrderTimesAsTheyPass() {
        for (int pair = 0; pair < PAIRS; pair++) {
            var one = Instant.ofEpochSecond(random.nextInt(9) - 4, random.nextInt(3));
            var other = Instant.ofEpochSecond(random.nextInt(9) - 4, random.nextInt(3));
            assertOrder(one, other);
            assertOrder(LocalDateTime.ofInstant(one, ZoneOffset.UTC), LocalDateTime.ofInstant(other, ZoneOffset.UTC));
            assertOrder(LocalDate.ofEpochDay(one.getEpochSecond()), LocalDate.ofEpochDay(other.getEpochSecond()));
            assertOrder(LocalTime.ofNanoOfDay(random.nextInt(300)), LocalTime.ofNanoOfDay(random.nextInt(300)));
        }
    }

    @Test
    void shouldPutWhatHasNoValueLast() {
        // Given
        var none = NewestFirst.of(null);
        // Then
        assertThat(NewestFirst.of(new Unusable("NaN", "not-a-number", "it is NaN")))
                .isEqualTo(none);
        for (var value : new Object[] {false, "", BigDecimal.ZERO, Instant.MIN, LocalDate.MIN, LocalTime.MIN}) {
            assertThat(Arrays.compareUnsigned(NewestFirst.of(value), none)).isNegative();
        }
    }

    private <T extends Comparable<? super T>> void assertOrder(T one, T other) {
        int order = Arrays.compareUnsigned(NewestFirst.of(other), NewestFirst.of(one));
        assertThat(Integer.signum(order))
                .as("seed %d %s %s", seed, one, other)
                .isEqualTo(Integer.signum(one.compareTo(other)));
        assertThat(Arrays.mismatch(NewestFirst.of(one), NewestFirst.of(other)))
                .as("neither begins with the other")
                .isLessThan(Math.min(NewestFirst.of(one).length, NewestFirst.of(other).length));
    }

    private BigDecimal number() {
        var digits = new BigInteger(1 + random.nextInt(random.nextBoolean() ? 5 : 90), random);
        return new BigDecimal(random.nextBoolean() ? digits : digits.negate(), random.nextInt(9) - 4);
    }

    private String text() {
        var text = new StringBuilder();
        for (int length = random.nextInt(4); length > 0; length--) {
            text.append((char) new int[] {0, 1, 'a', 0xFF, 0x100, 0xD83C, 0xFFFF}[random.nextInt(7)]);
        }
        return text.toString();
    }
}
