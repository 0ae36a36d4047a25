package dev.vigia.connect.expression;

/** An expression that PostgreSQL has no words for; the message says which part. */
public final class NoSqlException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NoSqlException(String message) {
        super(message);
    }
}
