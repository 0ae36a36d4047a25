package dev.vigia.app.sim.cli;

import dev.vigia.app.sim.company.BusinessTime;
import dev.vigia.app.sim.history.HistoryProgress;
import dev.vigia.app.sim.live.LiveStatus;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;

/** How the company stands, in a line for people. */
public final class StatusLine {

    /** Less than this is the step that is being done. */
    private static final Duration NOTEWORTHY = Duration.ofHours(1);

    private StatusLine() {}

    public static String of(HistoryProgress progress) {
        return String.format(
                Locale.ROOT,
                "history   week %d of %d, %,d rows",
                progress.weeks(),
                progress.ofWeeks(),
                progress.rows());
    }

    public static String of(LiveStatus status, ZoneId zone) {
        return String.format(
                Locale.ROOT,
                "company   %s%s, %,d row changes, %,d readings%s",
                BusinessTime.text(status.clock().now(), zone),
                status.clock().paused() ? " (paused)" : "",
                status.rows(),
                status.readings(),
                behind(status.lag()));
    }

    private static String behind(Duration lag) {
        return lag.compareTo(NOTEWORTHY) < 0
                ? ""
                : String.format(Locale.ROOT, ", %d business hours behind its speed", lag.toHours());
    }
}
