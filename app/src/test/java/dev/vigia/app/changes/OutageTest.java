package dev.vigia.app.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigia.app.program.Failure;
import dev.vigia.connect.write.Rivalry;
import dev.vigia.schemas.registry.RegistryUnavailableException;
import java.time.Instant;
import java.util.stream.IntStream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class OutageTest {

    private final KafkaException kafka =
            new KafkaException("cannot create topic", new TimeoutException("nobody answers"));

    private final Outage outage = new Outage("acme", new Rivalry(() -> Instant.EPOCH));

    @Test
    void shouldSayOnceWhatIsAwayUntilItIsOver() {
        assertThat(outage.words(kafka)).contains("waiting: nobody answers");
        assertThat(outage.words(new RegistryUnavailableException("no registry")))
                .isEmpty();
        outage.end();
        assertThat(outage.words(new RegistryUnavailableException("no registry")))
                .contains("waiting: no registry");
    }

    @Test
    void shouldWaitLongerAndLongerAndNeverTooLong() {
        assertThat(IntStream.range(0, 7).mapToObj(i -> outage.pause().toMillis()))
                .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 15_000L, 15_000L);
        outage.end();
        assertThat(outage.pause()).hasMillis(500);
    }

    @Test
    void shouldRefuseToGoOnWhenAnotherCaptureTakesOverAgainAndAgain() {
        var fenced = new ProducerFencedException("a newer one writes");
        assertThat(outage.words(fenced)).isNotEmpty();
        assertThatThrownBy(() -> outage.words(fenced))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(2))
                .hasMessageContaining("Another capture writes to this Kafka as source acme");
    }
}
