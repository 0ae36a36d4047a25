package dev.vigia.connect.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.connect.topics.Barrier.Told;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class BarrierTest {

    private static final TopicPartition FIRST = new TopicPartition("acme.erp.item", 0);
    private static final TopicPartition SECOND = new TopicPartition("acme.erp.item", 1);
    private static final Told NINE = new Told(Instant.parse("2026-03-02T09:00:00Z"), false);
    private static final Told TEN = new Told(Instant.parse("2026-03-02T10:00:00Z"), true);
    private static final Told ELEVEN = new Told(Instant.parse("2026-03-02T11:00:00Z"), true);

    private final Barrier barrier = new Barrier();
    private final Map<TopicPartition, Long> read = new HashMap<>(Map.of(FIRST, 0L, SECOND, 0L));

    @Test
    void shouldHoldATimeBackWhenNoNewerOneWasTold() {
        // When
        barrier.tell(NINE, () -> Map.of(FIRST, 0L));
        // Then
        assertThat(barrier.reached(this::position)).isNull();
    }

    @Test
    void shouldPassATimeOnWhenEveryPartitionIsReadToWhereItEndedAtTheNext() {
        // Given
        barrier.tell(NINE, Map::of);
        barrier.tell(TEN, () -> Map.of(FIRST, 5L, SECOND, 3L));
        read.put(FIRST, 9L);
        assertThat(barrier.reached(this::position)).isNull();
        // When
        read.put(SECOND, 3L);
        // Then
        assertThat(barrier.reached(this::position)).isEqualTo(NINE);
        assertThat(barrier.reached(this::position)).isNull();
    }

    @Test
    void shouldNotPutOffWhatIsAwaitedWhenNewerTimesAreTold() {
        // Given
        barrier.tell(NINE, Map::of);
        barrier.tell(TEN, () -> Map.of(FIRST, 5L));
        // When
        barrier.tell(ELEVEN, () -> Map.of(FIRST, 1_000L));
        read.put(FIRST, 5L);
        // Then
        assertThat(barrier.reached(this::position)).isEqualTo(NINE);
    }

    private long position(TopicPartition partition) {
        return Objects.requireNonNull(read.get(partition));
    }
}
