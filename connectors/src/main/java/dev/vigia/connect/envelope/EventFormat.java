package dev.vigia.connect.envelope;

/** How the events of topics are written. */
public enum EventFormat {
    /** JSON that says no types; the mapping declares them. */
    JSON,
    /** JSON with its schema beside each event. */
    JSON_SCHEMAS,
    /** Avro in Confluent's frame, with its schema in a registry. */
    AVRO,
    /** Whichever of these an event looks like. */
    AUTO
}
