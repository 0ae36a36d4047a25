package dev.vigia.schemas.registry;

import org.apache.kafka.common.errors.RetriableException;

/**
 * No registry answered, for as long as was to be tried. Nothing is known about the record: whoever handles errors must
 * stop here, or an outage of the registry would turn good records into dead letters.
 */
public class RegistryUnavailableException extends RetriableException {

    private static final long serialVersionUID = 1;

    public RegistryUnavailableException(String message) {
        super(message);
    }
}
