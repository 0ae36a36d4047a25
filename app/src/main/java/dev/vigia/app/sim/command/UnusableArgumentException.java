package dev.vigia.app.sim.command;

/** An argument from outside that a command cannot use; ends as a refusal at the desk and nowhere else. */
final class UnusableArgumentException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String reason;

    UnusableArgumentException(String reason) {
        super(reason);
        this.reason = reason;
    }

    Outcome refusal() {
        return new Outcome.Refused(reason);
    }
}
