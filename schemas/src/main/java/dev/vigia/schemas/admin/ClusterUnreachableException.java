package dev.vigia.schemas.admin;

/** No broker answered in time. */
public class ClusterUnreachableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ClusterUnreachableException(Throwable cause) {
        super(
                "the Kafka cluster did not answer: " + cause.getMessage()
                        + " Check the bootstrap servers, the security settings, and whether the brokers are running.",
                cause);
    }
}
