package dev.vigia.app.map.jdbc;

import java.sql.SQLException;

/** The database stopped answering, or refused to, in the middle of a reading. */
final class UnreadableDatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableDatabaseException(String what, SQLException cause) {
        super("cannot read " + what + ": " + cause.getMessage(), cause);
    }
}
