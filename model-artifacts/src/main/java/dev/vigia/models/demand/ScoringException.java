package dev.vigia.models.demand;

/** A call that ONNX Runtime broke off, so that nothing is known of any window of the batch. */
public final class ScoringException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ScoringException(String message, Throwable cause) {
        super(message, cause);
    }
}
