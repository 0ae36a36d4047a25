package dev.vigia.topology.demand.read;

/** A record that says nothing that could be counted; raised before any state is touched. */
final class UnusableRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    UnusableRecordException(String reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    /** As a short code. */
    String reason() {
        return reason;
    }
}
