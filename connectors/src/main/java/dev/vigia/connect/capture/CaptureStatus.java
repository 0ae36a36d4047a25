package dev.vigia.connect.capture;

import java.util.Set;
import java.util.TreeSet;

/**
 * How a capture is.
 *
 * @param epoch 0 before it is known
 * @param words for people: what it waits for, or what they must do
 */
public record CaptureStatus(Condition condition, long epoch, String words) {

    /** The same of one that leaves tables aside. */
    CaptureStatus without(Set<String> paused) {
        return paused.isEmpty()
                ? this
                : new CaptureStatus(condition, epoch, words + "; paused: " + String.join(", ", new TreeSet<>(paused)));
    }

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
