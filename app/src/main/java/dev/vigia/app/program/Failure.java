package dev.vigia.app.program;

/** Something a person must put right: said in one clear sentence and an exit code, without a stack trace. */
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private Failure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** A check did not hold. */
    public static Failure check(String message) {
        return new Failure(1, message);
    }

    /** What was asked for cannot be done as it was asked. */
    public static Failure usage(String message) {
        return new Failure(2, message);
    }

    /** A server or file that is needed is not there. */
    public static Failure unreachable(String message) {
        return new Failure(3, message);
    }

    public int exitCode() {
        return exitCode;
    }
}
