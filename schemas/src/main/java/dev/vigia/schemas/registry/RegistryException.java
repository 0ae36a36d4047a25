package dev.vigia.schemas.registry;

import org.apache.kafka.common.KafkaException;

/** The registry answered, and refused: asking again would not help. */
public class RegistryException extends KafkaException {

    private static final long serialVersionUID = 1;

    private final int status;

    public RegistryException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The HTTP status of the refusal. */
    public int status() {
        return status;
    }

    boolean isNotFound() {
        return status == 404;
    }
}
