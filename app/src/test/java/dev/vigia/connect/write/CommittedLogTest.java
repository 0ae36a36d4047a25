package dev.vigia.connect.write;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigia.app.SharedStack;
import dev.vigia.app.write.OpenTransaction;
import java.time.Duration;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class CommittedLogTest {

    @Test
    void shouldNotWaitForEverForATransactionThatHangs() throws Exception {
        // Given
        var config = SharedStack.writer("erp", SharedStack.newTopics());
        StateTopic.ensure(config, config.stateTopic());
        var hanging = OpenTransaction.in(config.stateTopic(), 1);
        // When, Then
        try (var log = new CommittedLog(config, Duration.ofSeconds(1))) {
            assertThatThrownBy(() -> log.read(new TopicPartition(config.stateTopic(), 0), kept -> {}))
                    .isInstanceOf(TimeoutException.class)
                    .hasMessageContainingAll(config.stateTopic(), "offset 0 of 1", "kafka-transactions.sh");
        } finally {
            hanging.end();
        }
    }
}
