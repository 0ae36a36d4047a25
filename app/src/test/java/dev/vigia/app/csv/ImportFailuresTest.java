package dev.vigia.app.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.app.program.Failure;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class ImportFailuresTest {

    @Test
    void shouldSayThatAnotherImportRunsHoweverTheBrokerPutsIt() {
        assertThat(explained(new ProducerFencedException("fenced"))).hasMessageContaining("another one began");
        assertThat(explained(new InvalidProducerEpochException("old epoch"))).hasMessageContaining("another one began");
        assertThat(explained(new KafkaException("in an error state", new InvalidProducerEpochException("old epoch"))))
                .hasMessageContaining("import of shop: another one began")
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(1));
    }

    @Test
    void shouldTellAnOutageFromAnotherImport() {
        assertThat(explained(new KafkaException("cannot commit", new TimeoutException("60 s have passed"))))
                .hasMessageContaining("did not answer")
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(3));
    }

    @Test
    void shouldLeaveWhatNobodyExpectsAsItIs() {
        var unexpected = new KafkaException("what is this?");
        assertThat(explained(unexpected)).isSameAs(unexpected);
    }

    private static RuntimeException explained(KafkaException failed) {
        return ImportFailures.explained("shop", failed);
    }
}
