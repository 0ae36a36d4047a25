package dev.vigia.app;

import dev.vigia.app.mqtt.MqttOptions;
import dev.vigia.app.program.Failure;
import dev.vigia.app.program.StopSignal;
import dev.vigia.app.topics.ClusterOptions;
import dev.vigia.app.topics.PrefixOptions;
import dev.vigia.app.topics.RegistryOptions;
import dev.vigia.connect.mqtt.MqttConfig;
import dev.vigia.connect.mqtt.MqttIntake;
import dev.vigia.connect.mqtt.MqttIntake.State;
import dev.vigia.connect.write.WriterConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code vigia capture mqtt}: readings from an MQTT broker into Kafka, until it is stopped. */
@Command(
        name = "mqtt",
        description = "Take sensor readings from an MQTT 5 broker into sensor.reading.v1, until stopped. A reading is"
                + " acknowledged when it is committed in Kafka.")
public final class CaptureMqttCommand implements Callable<Integer> {

    private static final long LOOK_MILLIS = 500;
    private static final int LOOKS_A_REPORT = 20;

    @Mixin
    private MqttOptions mqtt = new MqttOptions();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private RegistryOptions registry = new RegistryOptions();

    @Mixin
    private PrefixOptions prefix = new PrefixOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        var config = config();
        var meters = new SimpleMeterRegistry();
        try (var stop = StopSignal.install();
                var intake = MqttIntake.start(config, meters)) {
            int looks = 0;
            while (!stop.comesWithin(LOOK_MILLIS) && intake.failure() == null) {
                if (++looks % LOOKS_A_REPORT == 0) {
                    report(intake.state(), config.writer().source(), meters);
                }
            }
            if (intake.failure() != null) {
                throw Failure.usage(intake.failure());
            }
        }
        return 0;
    }

    private MqttConfig config() {
        var mapping = mqtt.mapping();
        var broker = mqtt.broker(mapping.source(), () -> cluster.localStack().mqtt());
        var values = registry.clients(() -> cluster.localStack().registry());
        var writer = new WriterConfig(mapping.source(), prefix.prefix(), cluster.clients(), values, Clock.systemUTC());
        return MqttConfig.of(mapping, broker, writer).checkingMachines(mqtt.checksMachines());
    }

    private void report(State state, String source, SimpleMeterRegistry meters) {
        var err = spec.commandLine().getErr();
        err.printf(
                Locale.ROOT,
                "%s: %s, %,.0f readings received = %,.0f written + %,.0f refused + %,.0f excluded%n",
                source,
                state.name().toLowerCase(Locale.ROOT),
                count(meters, source, "received"),
                count(meters, source, "written"),
                count(meters, source, "refused"),
                count(meters, source, "excluded"));
        err.flush();
    }

    private static double count(SimpleMeterRegistry meters, String source, String what) {
        return meters.counter("vigia.mqtt.readings." + what, "source", source).count();
    }
}
