package dev.vigia.connect.csv;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.kafka.common.config.ConfigException;

/**
 * The local day before which everything is there, once the files are.
 *
 * @param insisted whether it was said twice, so that even a day to come is meant
 */
public record FinalDay(LocalDate day, boolean insisted) {

    /** When it begins. */
    Instant begin(ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** Refuses a day that is still to come: weeks that are closed too early count nothing of what comes for them. */
    void check(ZoneId zone, Clock clock) {
        var today = LocalDate.now(clock.withZone(zone));
        if (day.isAfter(today.plusDays(1)) && !insisted) {
            throw new ConfigException("--final " + day + " says that everything before that day is there, and today is "
                    + today + " in " + zone + ": whatever is sold until then would come too late for its week. If it is"
                    + " meant, say it twice: --final " + day + " --final " + day + ". Nothing was written.");
        }
    }
}
