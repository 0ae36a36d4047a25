package dev.vigia.connect.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class SetbacksTest {

    private final SlotBusyException busy = new SlotBusyException("vigia_erp", 4711);
    private final AtomicLong now = new AtomicLong();
    private final Setbacks setbacks = new Setbacks(now::get);

    @Test
    void shouldCallAPersonWhenASlotStaysBusyForLonger() {
        // When / Then
        assertThat(setbacks.isForPeople(busy)).isFalse();
        pass(Duration.ofSeconds(69));
        assertThat(setbacks.isForPeople(busy)).isFalse();
        pass(Duration.ofSeconds(2));
        assertThat(setbacks.isForPeople(busy)).isTrue();
    }

    @Test
    void shouldBeginToWaitAnewWhenASlotIsBusyAgainAfterSomethingElse() {
        // Given
        assertThat(setbacks.isForPeople(busy)).isFalse();
        pass(Duration.ofHours(1));
        assertThat(setbacks.isForPeople(new IllegalStateException("Kafka is gone")))
                .isFalse();
        // When / Then
        assertThat(setbacks.isForPeople(busy)).isFalse();
        // When
        pass(Duration.ofHours(1));
        setbacks.overcome();
        // Then
        assertThat(setbacks.isForPeople(busy)).isFalse();
    }

    @Test
    void shouldSayWhatToDoWhenThatLiesDeepWithin() {
        // When
        var failure = new IllegalStateException("the engine ended", new ConfigException("Grant it."));
        // Then
        assertThat(setbacks.isForPeople(failure)).isTrue();
        assertThat(Setbacks.remedy(failure)).isEqualTo("Grant it.");
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
