package dev.vigia.bench.mqtt;

/** Something that takes messages from an MQTT session into Kafka. */
interface Contestant {

    /** The session from which it takes them. */
    String clientId();

    /** Takes so many, and returns when all of them are committed. */
    void take(int messages) throws InterruptedException;
}
