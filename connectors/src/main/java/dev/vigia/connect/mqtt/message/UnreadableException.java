package dev.vigia.connect.mqtt.message;

/** Says why nothing of a payload can be used. */
final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    UnreadableException(String reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    /** A short code, as dead letters have it. */
    String reason() {
        return reason;
    }
}
