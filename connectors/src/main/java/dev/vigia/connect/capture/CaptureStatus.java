package dev.vigia.connect.capture;

import java.util.Set;
import java.util.TreeSet;

/**
 * How a capture is.
 *
 * @param epoch 0 before it is known
 * @param words for people: what it waits for, or what they must do
 * @param paused tables that it leaves aside
 */
public record CaptureStatus(Condition condition, long epoch, String words, Set<String> paused) {

    CaptureStatus(Condition condition, long epoch, String words) {
        this(condition, epoch, words, Set.of());
    }

    /** The same of one that leaves tables aside. */
    CaptureStatus without(Set<String> tables) {
        return tables.isEmpty()
                ? this
                : new CaptureStatus(
                        condition, epoch, words + "; paused: " + String.join(", ", new TreeSet<>(tables)), tables);
    }

    /** Whether everything comes as it happens. */
    public boolean isWell() {
        return condition == Condition.LIVE && paused.isEmpty();
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
