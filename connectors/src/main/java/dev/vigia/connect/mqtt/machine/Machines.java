package dev.vigia.connect.mqtt.machine;

import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is known of the machines of a plant. */
public interface Machines {

    /** Knows nothing, and therefore doubts nothing. */
    Machines UNKNOWN = new Machines() {
        @Override
        public boolean isComplete() {
            return false;
        }

        @Override
        public @Nullable Set<String> measures(String asset) {
            return null;
        }

        @Override
        public void changed(Consumer<String> asset) {}
    };

    /** Whether all that was there at the start has been read: before that, nothing can be called unknown. */
    boolean isComplete();

    /** The measures that a machine declares; null where there is no such machine. */
    @Nullable
    Set<String> measures(String asset);

    /** Tells, once each, the machines that came or changed since it was last asked. */
    void changed(Consumer<String> asset);
}
