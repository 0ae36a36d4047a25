package dev.vigia.connect.capture;

/** Something was done in the source of which its log does not tell all, so that only a new snapshot helps. */
final class LogGapException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LogGapException(String what) {
        super(what);
    }
}
