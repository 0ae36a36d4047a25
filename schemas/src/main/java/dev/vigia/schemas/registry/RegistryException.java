package dev.vigia.schemas.registry;

import org.apache.kafka.common.KafkaException;

/**
 * Something answered, and asking again would not help. Unless it is a {@link SchemaRefusedException}, the set-up is
 * wrong (address, credentials, rights) and nothing is known about the record.
 */
public class RegistryException extends KafkaException {

    private static final long serialVersionUID = 1;

    private final int status;

    public RegistryException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }
}
