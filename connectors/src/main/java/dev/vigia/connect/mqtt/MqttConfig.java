package dev.vigia.connect.mqtt;

import dev.vigia.connect.mqtt.file.MqttMapping;
import dev.vigia.connect.mqtt.message.MessageReader;
import dev.vigia.connect.write.WriterConfig;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an intake needs to know.
 *
 * @param reader what the mapping makes of messages
 * @param historicalAfter how far behind the newest of its channel a reading is historical; null where only the mapping says so
 * @param checkMachines whether readings of undeclared machines and measures are reported
 * @param writer where it writes; its source names the session of the broker, too
 */
public record MqttConfig(
        Broker broker,
        MessageReader reader,
        @Nullable Duration historicalAfter,
        boolean checkMachines,
        Limits limits,
        WriterConfig writer) {

    /** The usual: machines are checked, and the usual limits hold. */
    public static MqttConfig of(MqttMapping mapping, Broker broker, WriterConfig writer) {
        return new MqttConfig(broker, mapping.reader(), mapping.historicalAfter(), true, Limits.USUAL, writer);
    }

    /** The same, with readings of undeclared machines and measures reported or not. */
    public MqttConfig checkingMachines(boolean check) {
        return new MqttConfig(broker, reader, historicalAfter, check, limits, writer);
    }
}
