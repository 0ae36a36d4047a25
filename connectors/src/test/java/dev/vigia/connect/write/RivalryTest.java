package dev.vigia.connect.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class RivalryTest {

    private final KafkaException fenced = new ProducerFencedException("a newer one writes");
    private final KafkaException later = new KafkaException("in an error state", fenced);
    private final KafkaException old = new KafkaException(new InvalidProducerEpochException("an old epoch"));
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");
    private final Rivalry rivalry = new Rivalry(() -> now);

    @Test
    void shouldBeShownWhenTheRightToWriteIsLostTwiceWithinAMinute() {
        assertThat(isShownAfter(0, fenced)).isFalse();
        assertThat(isShownAfter(59, old)).isTrue();
        assertThat(isShownAfter(59, later)).isTrue();
    }

    @Test
    void shouldNotBeShownByMishaps() {
        assertThat(isShownAfter(0, later)).isFalse();
        assertThat(isShownAfter(60, fenced)).isFalse();
        assertThat(isShownAfter(1, new TimeoutException("nobody answers"))).isFalse();
        assertThat(isShownAfter(59, old)).isFalse();
    }

    private boolean isShownAfter(int seconds, KafkaException failure) {
        now = now.plus(Duration.ofSeconds(seconds));
        return rivalry.isShownBy(failure);
    }
}
