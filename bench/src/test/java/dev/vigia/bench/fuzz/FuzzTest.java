package dev.vigia.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FuzzTest {

    @Test
    void shouldAccountForEveryLineWhateverItHolds() throws Exception {
        // Given
        long seed = new SplittableRandom().nextLong();
        System.out.println("seed " + seed);
        // When
        var counts = Fuzz.run(20_000, seed);
        // Then
        assertThat(counts).hasSize(3).allMatch(Count::addsUp);
        assertThat(counts).allMatch(count -> count.written() > 0 && count.refused() > 0);
    }
}
