package dev.vigia.app.changes;

import dev.vigia.app.program.Failure;
import dev.vigia.app.program.StopSignal;
import dev.vigia.connect.mapping.MappingException;
import dev.vigia.connect.topics.MappedTopics;
import dev.vigia.connect.topics.TopicsConfig;
import dev.vigia.connect.topics.TopicsOpening;
import dev.vigia.connect.topics.TopicsRefusedException;
import dev.vigia.connect.write.Rivalry;
import dev.vigia.connect.write.WriterConfig;
import dev.vigia.connect.write.WriterMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.PrintWriter;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads change topics until it is told to stop; rows for lookups lie in a temporary folder meanwhile. */
public final class ChangeTopicRun {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeTopicRun.class);

    private final ChangeTopicOptions options;
    private final PrintWriter out;

    public ChangeTopicRun(ChangeTopicOptions options, PrintWriter out) {
        this.options = options;
        this.out = out;
    }

    /** Returns when the signal has come; until then it tries again where Kafka or the registry does not answer. */
    public void follow(WriterConfig writer, MappedTopics plan, boolean newEpoch, Follower follower)
            throws InterruptedException {
        var topics = options.of(plan.mapping().tables());
        var rows = writer.scratch("rows-" + writer.source());
        var config = new TopicsConfig(writer, topics, options.format(), plan, newEpoch, TopicsConfig.SETTLING, rows);
        var metrics = new WriterMetrics(follower.meters(), writer.source());
        var outage = new Outage(writer.source(), new Rivalry(writer.clock()));
        try {
            while (!follower.stop().hasCome()) {
                config = read(config, metrics, follower.stop(), outage);
            }
        } catch (TopicsRefusedException | MappingException e) {
            throw Failure.usage(String.valueOf(e.getMessage()));
        }
    }

    /** Reads until it is told to stop or something does not answer; says how to go on then. */
    private TopicsConfig read(TopicsConfig config, WriterMetrics metrics, StopSignal stop, Outage outage)
            throws InterruptedException {
        var next = config;
        try (var capture = TopicsOpening.open(config, metrics)) {
            next = config.goingOn();
            outage.end();
            say("reading " + String.join(", ", config.topics().keySet()));
            capture.run(stop::hasCome);
        } catch (ConfigException e) {
            throw e;
        } catch (KafkaException e) {
            outage.words(e).ifPresent(words -> {
                LOG.warn("reading is interrupted and tried again until it succeeds", e);
                say(words);
            });
            stop.comesWithin(outage.pause().toMillis());
        }
        return next;
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Who stops it, and who counts. */
    public record Follower(StopSignal stop, MeterRegistry meters) {}
}
