package dev.vigia.bench.mqtt;

/** Something that takes messages from an MQTT session into Kafka. */
interface Contestant {

    /** The session from which it takes them. */
    String clientId();

    /** Begins to take them. */
    Taking begin();

    /** Messages on their way. */
    interface Taking extends AutoCloseable {

        /** How many are in Kafka by now. */
        long done();

        @Override
        void close();
    }
}
