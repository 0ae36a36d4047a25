package dev.vigia.connect.expression;

/** A value that cannot be used; caught where the field or key is known. It is expected, so it has no stack trace. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String reason;
    private final String detail;

    public RefusedException(Reason reason, String detail) {
        this(reason.code(), detail);
    }

    RefusedException(String reason, String detail) {
        super(reason + ": " + detail, null, false, false);
        this.reason = reason;
        this.detail = detail;
    }

    /** A short code. */
    public String reason() {
        return reason;
    }

    /** In words; never a customer in clear. */
    public String detail() {
        return detail;
    }
}
