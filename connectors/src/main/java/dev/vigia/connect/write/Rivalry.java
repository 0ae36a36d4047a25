package dev.vigia.connect.write;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;

/**
 * Tells that another writes as the same source. Kafka takes the right to write from the older of two, but also from one
 * whose transaction lasted too long: once may be such a mishap, and the next writer goes on. Twice within a minute two take
 * it from each other, and would for ever. One thread.
 */
public final class Rivalry {

    private static final Duration SPAN = Duration.ofMinutes(1);

    private final InstantSource clock;
    private @Nullable Instant last;

    public Rivalry(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether a failure, with those before it, shows it. */
    public boolean isShownBy(Throwable failure) {
        if (!isFenced(failure)) {
            return false;
        }
        var before = last;
        last = clock.instant();
        return before != null && Duration.between(before, last).compareTo(SPAN) < 0;
    }

    private static boolean isFenced(Throwable failure) {
        return Stream.iterate(failure, one -> one != null, Throwable::getCause)
                .anyMatch(
                        one -> one instanceof ProducerFencedException || one instanceof InvalidProducerEpochException);
    }
}
