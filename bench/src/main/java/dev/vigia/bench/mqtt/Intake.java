package dev.vigia.bench.mqtt;

import dev.vigia.connect.mqtt.Broker;
import dev.vigia.connect.mqtt.MqttConfig;
import dev.vigia.connect.mqtt.MqttIntake;
import dev.vigia.connect.mqtt.file.MqttMapping;
import dev.vigia.connect.write.WriterConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** Ours: every reading read, checked, mapped, written in transactions, and acknowledged when it is committed. */
final class Intake implements Contestant {

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
    public Taking begin() {
        return new Running();
    }

    /** An intake and what it counts. */
    private final class Running implements Taking {

        private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
        private final MqttIntake intake = MqttIntake.start(
                MqttConfig.of(MqttMapping.shipped("plant-mqtt"), Broker.plain("127.0.0.1", port, clientId()), writer),
                meters);

        @Override
        public long done() {
            if (intake.failure() != null) {
                throw new IllegalStateException(intake.failure());
            }
            return (long) meters.counter("vigia.mqtt.readings.written", "source", writer.source())
                    .count();
        }

        @Override
        public void close() {
            intake.close();
        }
    }
}
