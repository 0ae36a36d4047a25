package dev.vigia.app.sim.database;

/** A database that cannot be this company's; the message says why, and what to do. */
public final class CompanyRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CompanyRefusedException(String message) {
        super(message);
    }
}
