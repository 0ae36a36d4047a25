package dev.vigia.app.changes;

import dev.vigia.app.program.Failure;
import dev.vigia.app.program.StopSignal;
import dev.vigia.connect.mapping.MappingException;
import dev.vigia.connect.topics.MappedTopics;
import dev.vigia.connect.topics.TopicsConfig;
import dev.vigia.connect.topics.TopicsOpening;
import dev.vigia.connect.topics.TopicsRefusedException;
import dev.vigia.connect.write.WriterConfig;
import dev.vigia.connect.write.WriterMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;

/** Reads change topics until it is told to stop; rows for lookups lie in a temporary folder meanwhile. */
public final class ChangeTopicRun {

    private final ChangeTopicOptions options;
    private final PrintWriter out;

    public ChangeTopicRun(ChangeTopicOptions options, PrintWriter out) {
        this.options = options;
        this.out = out;
    }

    /** Returns when the signal has come. */
    public void follow(WriterConfig writer, MappedTopics plan, boolean newEpoch, Follower follower)
            throws InterruptedException {
        var folder = temporaryFolder();
        var topics = options.of(plan.mapping().tables());
        var config = new TopicsConfig(
                writer, topics, options.format(), plan, newEpoch, TopicsConfig.SETTLING, folder.resolve("rows"));
        try (var capture = TopicsOpening.open(config, new WriterMetrics(follower.meters(), writer.source()))) {
            out.println("reading " + String.join(", ", topics.keySet()));
            out.flush();
            capture.run(follower.stop()::hasCome);
        } catch (TopicsRefusedException | MappingException e) {
            throw Failure.usage(e.getMessage());
        } finally {
            FileUtils.deleteQuietly(folder.toFile());
        }
    }

    /** Who stops it, and who counts. */
    public record Follower(StopSignal stop, MeterRegistry meters) {}

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("vigia-rows");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder can be made", e);
        }
    }
}
