package dev.vigia.connect.expression;

/** An expression that cannot be read, or that does not go with its columns; the message says what and what to do. */
public final class WrongExpressionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public WrongExpressionException(String message) {
        super(message);
    }
}
