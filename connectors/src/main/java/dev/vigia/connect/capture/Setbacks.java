package dev.vigia.connect.capture;

import dev.vigia.connect.envelope.UnavailableValueException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** Tells failures that end by themselves from those that a person must put right. One thread. */
final class Setbacks {

    /** A server may hold the reader of a client that has died for a minute. */
    private static final Duration PATIENCE_WITH_A_BUSY_SLOT = Duration.ofSeconds(70);

    private final LongSupplier nanoTime;
    private @Nullable Long busySince;

    Setbacks(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** It went on. */
    void overcome() {
        busySince = null;
    }

    boolean isForPeople(Throwable e) {
        if (e instanceof SlotBusyException) {
            long now = nanoTime.getAsLong();
            var since = Objects.requireNonNullElse(busySince, now);
            busySince = since;
            return now - since > PATIENCE_WITH_A_BUSY_SLOT.toNanos();
        }
        busySince = null;
        return find(e, Setbacks::needsPerson) != null;
    }

    /** Whether a server was not there or said no: then its words say all, and where in the program it came up nothing. */
    static boolean isOutage(Throwable e) {
        return find(
                        e,
                        cause -> cause instanceof SQLException
                                || cause instanceof RetriableException
                                || cause instanceof LogGapException
                                || isFenced(cause))
                != null;
    }

    /** What a person must do. */
    static String remedy(Throwable e) {
        var person = Objects.requireNonNullElse(find(e, Setbacks::needsPerson), e);
        return person instanceof LinkageError ? person.toString() : message(person);
    }

    /** What it comes from. */
    static String words(Throwable e) {
        if (find(e, Setbacks::isFenced) != null) {
            return "another capture of this source has taken over";
        }
        var root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return message(root);
    }

    /** A part of the program that cannot be loaded stays so: a library in a folder that allows no programs, for one. */
    private static boolean needsPerson(Throwable e) {
        return e instanceof ConfigException || e instanceof UnavailableValueException || e instanceof LinkageError;
    }

    private static boolean isFenced(Throwable e) {
        return e instanceof ProducerFencedException || e instanceof InvalidProducerEpochException;
    }

    private static @Nullable Throwable find(Throwable e, Predicate<Throwable> wanted) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (wanted.test(cause)) {
                return cause;
            }
        }
        return null;
    }

    private static String message(Throwable e) {
        return Objects.requireNonNullElse(e.getMessage(), e.toString());
    }
}
