package dev.vigia.connect.mqtt.message;

import java.util.Map;

/**
 * A message as the broker gave it.
 *
 * @param retained whether the broker had kept it and gave it for a new subscription
 * @param properties the sender's own, by name
 */
@SuppressWarnings("ArrayRecordComponent") // Messages are never compared.
public record Message(String topic, byte[] payload, boolean retained, Map<String, String> properties) {

    public static Message of(String topic, byte[] payload) {
        return new Message(topic, payload, false, Map.of());
    }
}
