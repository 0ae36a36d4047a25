package dev.vigia.app.write;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.app.SharedStack;
import dev.vigia.connect.write.CanonicalWriter;
import dev.vigia.connect.write.StateTopic;
import dev.vigia.connect.write.WriterMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class StateTopicTest {

    @Test
    void shouldReadWhatASourceCommittedBehindAnotherSourcesOpenTransaction() throws Exception {
        // Given
        var config = SharedStack.writer("erp", SharedStack.newTopics());
        try (var writer = CanonicalWriter.open(config, new WriterMetrics(new SimpleMeterRegistry(), "erp"))) {
            var another = OpenTransaction.in(config.stateTopic(), 1);
            // When
            writer.keep(config.stateTopic(), "erp".getBytes(UTF_8), "newest".getBytes(UTF_8));
            writer.commit();
            var reader = ReadWatch.watched(config, another::end);
            // Then
            assertThat(StateTopic.newest(reader, config.stateTopic()).get("erp"))
                    .asString(UTF_8)
                    .isEqualTo("newest");
        }
    }
}
