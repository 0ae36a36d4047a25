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
import java.io.PrintWriter;

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
        var topics = options.of(plan.mapping().tables());
        var rows = writer.scratch("rows-" + writer.source());
        var config = new TopicsConfig(writer, topics, options.format(), plan, newEpoch, TopicsConfig.SETTLING, rows);
        try (var capture = TopicsOpening.open(config, new WriterMetrics(follower.meters(), writer.source()))) {
            out.println("reading " + String.join(", ", topics.keySet()));
            out.flush();
            capture.run(follower.stop()::hasCome);
        } catch (TopicsRefusedException | MappingException e) {
            throw Failure.usage(String.valueOf(e.getMessage()));
        }
    }

    /** Who stops it, and who counts. */
    public record Follower(StopSignal stop, MeterRegistry meters) {}
}
