package dev.vigia.app.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.app.topics.TopicCreation;
import dev.vigia.schemas.Topics;
import dev.vigia.schemas.admin.TopicLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsOnLocalKafkaTest {

    @TempDir
    private Path folder;

    @Test
    void shouldCreateOnceThenReportWhatWasAlteredByHand() throws Exception {
        // Given
        try (var kafka = LocalKafka.start(folder, Loopback.anyPort())) {
            // When
            var first = create(kafka);
            var second = create(kafka);
            alterByHand(kafka);
            var third = createOnceTheBrokerKnows(kafka);
            // Then
            assertThat(first.lines()).hasSameSizeAs(Topics.all()).allMatch(line -> line.startsWith("created "));
            assertThat(first.after().isNothingToDo()).isTrue();
            assertThat(second.lines()).containsExactly("nothing to do");
            assertThat(third.lines())
                    .containsExactly(
                            "differs sales.line.v1: partitions is 5, should be 4",
                            "differs sensor.reading.v1: retention.ms is 1000, should be 2592000000");
        }
    }

    /** What was altered is seen a moment later. */
    private static TopicCreation createOnceTheBrokerKnows(LocalKafka kafka) throws InterruptedException {
        var creation = create(kafka);
        for (int look = 0; look < 100 && creation.after().differences().size() < 2; look++) {
            Thread.sleep(100);
            creation = create(kafka);
        }
        return creation;
    }

    private static TopicCreation create(LocalKafka kafka) {
        return TopicCreation.on(settings(kafka), new TopicLayout(4, 1).of(Topics.all()));
    }

    private static void alterByHand(LocalKafka kafka) throws Exception {
        var readings = new ConfigResource(ConfigResource.Type.TOPIC, Topics.READINGS.name());
        var shorter = new AlterConfigOp(new ConfigEntry("retention.ms", "1000"), AlterConfigOp.OpType.SET);
        try (var admin = Admin.create(settings(kafka))) {
            admin.incrementalAlterConfigs(Map.of(readings, List.of(shorter)))
                    .all()
                    .get();
            admin.createPartitions(Map.of(Topics.SALES_LINES.name(), NewPartitions.increaseTo(5)))
                    .all()
                    .get();
        }
    }

    private static Properties settings(LocalKafka kafka) {
        var settings = new Properties();
        settings.put("bootstrap.servers", kafka.address());
        return settings;
    }
}
