package dev.vigia.app;

import dev.vigia.app.capture.CaptureOptions;
import dev.vigia.app.capture.DatabaseOptions;
import dev.vigia.app.capture.MetricsPage;
import dev.vigia.app.capture.PlanOptions;
import dev.vigia.app.changes.ChangeTopicOptions;
import dev.vigia.app.changes.ChangeTopicRun;
import dev.vigia.app.changes.ChangeTopicRun.Follower;
import dev.vigia.app.program.Failure;
import dev.vigia.app.program.StopSignal;
import dev.vigia.app.topics.ClusterOptions;
import dev.vigia.app.topics.PrefixOptions;
import dev.vigia.app.topics.RegistryOptions;
import dev.vigia.connect.capture.Capture;
import dev.vigia.connect.capture.CaptureConfig;
import dev.vigia.connect.capture.CaptureStatus;
import dev.vigia.connect.capture.CaptureStatus.Condition;
import dev.vigia.connect.capture.EpochChoice;
import dev.vigia.connect.capture.MappingPlan;
import dev.vigia.connect.topics.MappedTopics;
import dev.vigia.connect.write.WriterConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code vigia capture}: follows a PostgreSQL database, or change topics that a connector writes, and writes their rows as
 * canonical records, until it is stopped.
 */
@Command(
        name = "capture",
        description =
                "Follow the log of a PostgreSQL database, or topics of change events that exist already, and write"
                        + " canonical records, until Ctrl-C.",
        subcommands = CaptureMqttCommand.class)
final class CaptureCommand implements Callable<Integer> {

    private static final Duration LOOK = Duration.ofMillis(200);

    @Mixin
    private PlanOptions plan = new PlanOptions();

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private ChangeTopicOptions topics = new ChangeTopicOptions();

    @Mixin
    private CaptureOptions options = new CaptureOptions();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private RegistryOptions registry = new RegistryOptions();

    @Mixin
    private PrefixOptions prefix = new PrefixOptions();

    @Nullable
    @Option(names = "--metrics-port", paramLabel = "PORT", description = "Serve metrics for Prometheus at this port.")
    private Integer metricsPort;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        try (var stop = StopSignal.install();
                var metrics = new MetricsPage(metricsPort)) {
            return topics.areGiven() ? followTopics(stop, metrics) : followDatabase(stop, metrics);
        }
    }

    private int followDatabase(StopSignal stop, MetricsPage metrics) throws InterruptedException {
        var mapped = plan.plan();
        var usual = CaptureConfig.of(writer(mapped), database.database(), mapped);
        try (var capture = Capture.start(options.apply(usual), metrics.registry())) {
            return follow(capture, stop);
        }
    }

    private int followTopics(StopSignal stop, MetricsPage metrics) throws InterruptedException {
        var mapped = plan.plan();
        var run = new ChangeTopicRun(topics, spec.commandLine().getOut());
        var changes = new MappedTopics(mapped.mapping(), mapped.salt());
        run.follow(
                writer(mapped), changes, options.epochs() == EpochChoice.NEW, new Follower(stop, metrics.registry()));
        return 0;
    }

    private int follow(Capture capture, StopSignal stop) throws InterruptedException {
        var told = capture.status();
        while (!stop.hasCome()) {
            var before = told;
            told = capture.await(now -> !now.equals(before), LOOK);
            if (told.condition() == Condition.REFUSED) {
                throw Failure.usage(told.words());
            }
            if (!told.equals(before)) {
                say(told);
            }
        }
        return 0;
    }

    private void say(CaptureStatus status) {
        var out = spec.commandLine().getOut();
        var epoch = status.epoch() == 0 ? "" : " epoch " + status.epoch();
        out.println(status.condition().name().toLowerCase(Locale.ROOT) + epoch + ": " + status.words());
        out.flush();
    }

    private WriterConfig writer(MappingPlan mapped) {
        return new WriterConfig(
                mapped.mapping().source(),
                prefix.prefix(),
                cluster.clients(),
                registry.clients(() -> cluster.localStack().registry()),
                Clock.systemUTC());
    }
}
