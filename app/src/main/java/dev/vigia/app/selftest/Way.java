package dev.vigia.app.selftest;

/** A way in. */
public enum Way {
    /** Messages on topics of the simulated plant, by the shipped mapping {@code plant-mqtt}. */
    MQTT,
    /** Lines of a file with {@link MalformedCsv#HEADER}, by {@link MalformedCsv#MAPPING}. */
    CSV,
    /** Change events of table {@link MalformedEnvelopes#TABLE} in JSON without schema, by {@link MalformedEnvelopes#MAPPING}. */
    ENVELOPE
}
