package dev.vigia.connect.capture;

/**
 * How a capture is.
 *
 * @param epoch 0 before it is known
 * @param words for people: what it waits for, or what they must do
 */
public record CaptureStatus(Condition condition, long epoch, String words) {

    /** In which condition it is. */
    public enum Condition {
        STARTING,
        SNAPSHOT,
        LIVE,
        /** A server cannot be reached; it tries again by itself. */
        WAITING,
        /** It has stopped until a person has put something right. */
        REFUSED,
        CLOSED
    }
}
