package dev.vigia.connect.topics;

/** The topics cannot be read, or not any further, until a person has done what the message says. */
public final class TopicsRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TopicsRefusedException(String message) {
        super(message);
    }
}
