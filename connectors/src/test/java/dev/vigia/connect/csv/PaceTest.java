package dev.vigia.connect.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final Counts counts = new Counts();
    private Duration now = Duration.ZERO;
    private final Pace pace = new Pace(() -> now.toNanos());

    @Test
    void shouldCommitAfterASecondWhatCameInIt() {
        // Given
        counts.mapped();
        // Then
        assertThat(pace.isDue(counts)).isFalse();
        now = Duration.ofSeconds(1);
        assertThat(pace.isDue(counts)).isTrue();
    }

    @Test
    void shouldCommitNothingWhenNothingCame() {
        // Given
        counts.mapped();
        now = Duration.ofSeconds(1);
        pace.isDue(counts);
        // When
        now = Duration.ofHours(1);
        // Then
        assertThat(pace.isDue(counts)).isFalse();
        counts.excluded();
        assertThat(pace.isDue(counts)).isTrue();
    }
}
