package dev.vigia.bench.capture;

import dev.vigia.connect.capture.Capture;
import dev.vigia.connect.capture.CaptureStatus.Condition;
import dev.vigia.connect.capture.EpochChoice;
import dev.vigia.connect.capture.OffsetRule;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A capture in a JVM of its own, to be killed. */
final class CaptureProcess {

    private CaptureProcess() {}

    /** Captures until it is killed; arguments: JDBC, Kafka, registry, the rule of offsets, whether to begin a new epoch. */
    public static void main(String[] arguments) throws InterruptedException {
        var config = TrialStack.config(arguments[0], arguments[1], arguments[2], OffsetRule.valueOf(arguments[3]));
        var choice = EpochChoice.valueOf(arguments[4]);
        try (var capture = Capture.start(config.with(choice), new SimpleMeterRegistry())) {
            var end = capture.await(now -> now.condition() == Condition.CLOSED, Duration.ofDays(1));
            throw new IllegalStateException(end.words());
        }
    }

    static Process start(TrialStack stack, OffsetRule offsets, EpochChoice epoch, Path log) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(
                java,
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CaptureProcess.class.getName(),
                stack.jdbc(),
                String.valueOf(stack.kafka().get("bootstrap.servers")),
                stack.registry(),
                offsets.name(),
                epoch.name());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
    }
}
