package dev.vigia.connect.mqtt;

import dev.vigia.connect.mqtt.message.MessageReader;
import dev.vigia.connect.write.WriterConfig;
import java.time.Duration;

/**
 * What an intake needs to know.
 *
 * @param reader what the mapping makes of messages
 * @param historicalAfter how far behind the newest of its channel a reading is historical
 * @param checkMachines whether readings of undeclared machines and measures are reported
 * @param writer where it writes; its source names the session of the broker, too
 */
public record MqttConfig(
        Broker broker,
        MessageReader reader,
        Duration historicalAfter,
        boolean checkMachines,
        Limits limits,
        WriterConfig writer) {}
