package dev.vigia.bench.mqtt;

import dev.vigia.connect.mqtt.Broker;
import dev.vigia.connect.mqtt.MqttConfig;
import dev.vigia.connect.mqtt.MqttIntake;
import dev.vigia.connect.mqtt.file.MqttMapping;
import dev.vigia.connect.write.WriterConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;

/** Ours: every reading read, checked, mapped, written in transactions, and acknowledged when it is committed. */
final class Intake implements Contestant {

    private static final long LOOK_AGAIN_MILLIS = 2;

    private final WriterConfig writer;
    private final int port;

    Intake(WriterConfig writer, int port) {
        this.writer = writer;
        this.port = port;
    }

    @Override
    public String clientId() {
        return "bench-vigia";
    }

    @Override
    public void take(int messages) throws InterruptedException {
        var meters = new SimpleMeterRegistry();
        var broker = Broker.plain("127.0.0.1", port, clientId());
        var config = MqttConfig.of(MqttMapping.shipped("plant-mqtt"), broker, writer);
        try (var intake = MqttIntake.start(config, meters)) {
            var written = meters.counter("vigia.mqtt.readings.written", "source", writer.source());
            while (written.count() < messages && intake.failure() == null) {
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
            }
            if (intake.failure() != null) {
                throw new IllegalStateException(intake.failure());
            }
        }
    }
}
