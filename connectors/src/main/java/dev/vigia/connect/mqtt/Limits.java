package dev.vigia.connect.mqtt;

import java.time.Duration;

/**
 * How much an intake holds at a time.
 *
 * @param messages received and not yet acknowledged; the broker is told not to send more
 * @param bytes of their payloads; beyond, nothing more is read from the connection
 * @param packet bytes of the largest message that the broker may send
 * @param batch readings in one Kafka transaction
 * @param linger how long a transaction waits for more
 */
public record Limits(int messages, int bytes, int packet, int batch, Duration linger) {

    public static final Limits USUAL = new Limits(8_000, 64 << 20, 4 << 20, 4_000, Duration.ofMillis(50));
}
