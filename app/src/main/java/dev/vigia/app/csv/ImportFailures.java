package dev.vigia.app.csv;

import dev.vigia.app.program.Failure;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;

/** What a person is told when Kafka ends an import. */
public final class ImportFailures {

    private ImportFailures() {}

    /** A failure in words where it is one of those that are to be expected; else the exception itself. */
    public static RuntimeException explained(String source, KafkaException failed) {
        if (isFrom(failed, ProducerFencedException.class) || isFrom(failed, InvalidProducerEpochException.class)) {
            return Failure.check(
                    "Kafka takes nothing more from this import of " + source + ": another one began and goes"
                            + " on in its place, or this one stood still so long that Kafka gave it up. What it had committed"
                            + " stays. Run it again when no other one runs.");
        }
        return isFrom(failed, TimeoutException.class)
                ? Failure.unreachable("the Kafka cluster did not answer: " + failed.getMessage()
                        + ". What was committed stays; run it again when the cluster answers.")
                : failed;
    }

    private static boolean isFrom(Throwable failed, Class<? extends Throwable> type) {
        return type.isInstance(failed) || (failed.getCause() != null && isFrom(failed.getCause(), type));
    }
}
