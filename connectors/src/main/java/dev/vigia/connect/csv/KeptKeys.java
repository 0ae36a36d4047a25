package dev.vigia.connect.csv;

import dev.vigia.schemas.Topic;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys of refused lines: what stood under them still holds, also when everything else is replaced. Past so many, or
 * where a line's key could not be read, nobody can say what still holds.
 */
final class KeptKeys {

    private static final int MOST = 100_000;

    private final Set<String> keys = new HashSet<>();
    private boolean unsure;

    void keep(Topic topic, @Nullable String key) {
        if (key == null || keys.size() >= MOST) {
            unsure = true;
        } else {
            keys.add(topic.name() + "/" + key);
        }
    }

    boolean holds(Topic topic, String key) {
        return keys.contains(topic.name() + "/" + key);
    }

    boolean isUnsure() {
        return unsure;
    }

    /** A line that says nothing at all. */
    void lose() {
        unsure = true;
    }
}
