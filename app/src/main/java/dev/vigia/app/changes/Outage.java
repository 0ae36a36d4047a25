package dev.vigia.app.changes;

import dev.vigia.app.program.Failure;
import dev.vigia.connect.write.Rivalry;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;

/** That Kafka or the registry does not answer: said once, and borne with longer and longer pauses. One thread. */
final class Outage {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final String source;
    private final Rivalry rivalry;
    private Duration pause = FIRST_PAUSE;
    private boolean isSaid;

    Outage(String source, Rivalry rivalry) {
        this.source = source;
        this.rivalry = rivalry;
    }

    /** Something failed; gives the words for people, where they do not know them yet. */
    Optional<String> words(KafkaException failure) {
        if (rivalry.isShownBy(failure)) {
            throw Failure.usage("Another capture writes to this Kafka as source " + source
                    + ", and took over twice within a minute: only one may run. Stop the other one.");
        }
        var words = isSaid ? Optional.<String>empty() : Optional.of("waiting: " + root(failure));
        isSaid = true;
        return words;
    }

    /** How long to wait now; the next time it is longer. */
    Duration pause() {
        var now = pause;
        var longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
        return now;
    }

    /** All answer again. */
    void end() {
        pause = FIRST_PAUSE;
        isSaid = false;
    }

    private static String root(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }
}
