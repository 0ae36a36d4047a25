package dev.vigia.app;

import dev.vigia.app.capture.MetricsPage;
import dev.vigia.app.mqtt.IntakeProgress;
import dev.vigia.app.mqtt.MqttOptions;
import dev.vigia.app.program.Failure;
import dev.vigia.app.program.StopSignal;
import dev.vigia.app.topics.ClusterOptions;
import dev.vigia.app.topics.PrefixOptions;
import dev.vigia.app.topics.RegistryOptions;
import dev.vigia.connect.mqtt.MqttConfig;
import dev.vigia.connect.mqtt.MqttIntake;
import dev.vigia.connect.write.WriterConfig;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigia capture mqtt}: readings from an MQTT broker into Kafka, until it is stopped. */
@Command(
        name = "mqtt",
        description = "Take sensor readings from an MQTT 5 broker into sensor.reading.v1, until stopped. A reading is"
                + " acknowledged when it is committed in Kafka.")
public final class CaptureMqttCommand implements Callable<Integer> {

    private static final long LOOK_MILLIS = 200;

    @Mixin
    private MqttOptions mqtt = new MqttOptions();

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
        var config = config();
        try (var stop = StopSignal.install();
                var metrics = new MetricsPage(metricsPort);
                var intake = MqttIntake.start(config, metrics.registry())) {
            var progress = new IntakeProgress(config.writer().source(), metrics.registry());
            follow(intake, progress, stop);
        }
        return 0;
    }

    private void follow(MqttIntake intake, IntakeProgress progress, StopSignal stop) {
        while (!stop.comesWithin(LOOK_MILLIS)) {
            if (intake.failure() != null) {
                throw Failure.usage(intake.failure());
            }
            progress.news(intake.state()).ifPresent(this::say);
        }
    }

    private void say(String line) {
        var out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private MqttConfig config() {
        var mapping = mqtt.mapping();
        var broker = mqtt.broker(mapping.source(), () -> cluster.localStack().mqtt());
        var values = registry.clients(() -> cluster.localStack().registry());
        var writer = new WriterConfig(mapping.source(), prefix.prefix(), cluster.clients(), values, Clock.systemUTC());
        return MqttConfig.of(mapping, broker, writer).checkingMachines(mqtt.checksMachines());
    }
}
