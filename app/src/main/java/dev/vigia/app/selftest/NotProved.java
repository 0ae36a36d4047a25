package dev.vigia.app.selftest;

/** What a stage was to show is not so. */
final class NotProved extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotProved(String message) {
        super(message);
    }
}
