package dev.vigia.app.sim.cli;

import dev.vigia.app.program.Display;
import dev.vigia.app.program.StopSignal;
import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.company.Company;
import dev.vigia.app.sim.database.CompanyDatabase;
import dev.vigia.app.sim.history.HistoryLoader;
import dev.vigia.app.sim.live.CompanyAtWork;
import dev.vigia.app.sim.live.LiveCompany;
import dev.vigia.app.sim.live.Readings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Supplier;

/** A company before somebody's eyes: its history is loaded where it is missing, then it lives until it is stopped. */
public final class WatchedCompany {

    private static final long BETWEEN_UPDATES_MILLIS = 1_000;

    private final CompanyOptions options;
    private final SpeedOption speed;
    private final Display display;
    private final StopSignal stop;

    public WatchedCompany(CompanyOptions options, SpeedOption speed, Display display, StopSignal stop) {
        this.options = options;
        this.speed = speed;
        this.display = display;
        this.stop = stop;
    }

    /** The company alone. */
    public void live(Connection connection, Readings readings) throws SQLException, InterruptedException {
        live(connection, readings, () -> Companion.NOBODY);
    }

    /**
     * Returns when it was stopped; a history that was stopped in the middle is loaded on at the next start.
     *
     * @param companion begins when the history is there, and ends after the company
     */
    public void live(Connection connection, Readings readings, Supplier<Companion> companion)
            throws SQLException, InterruptedException {
        var usual = CompanyDatabase.settings(connection).orElse(CompanySettings.DEFAULT);
        var company = Company.of(options.settings(usual));
        try (var database = CompanyDatabase.open(connection, company)) {
            speed.apply(database.memory());
            if (hasHistory(company, database)) {
                liveOn(new LiveCompany(company, database, readings, Clock.systemUTC()), usual.zone(), companion);
            }
        }
    }

    private boolean hasHistory(Company company, CompanyDatabase database) throws SQLException {
        var loader = new HistoryLoader(company, database, progress -> {
            display.update(StatusLine.of(progress));
            return !stop.hasCome();
        });
        return loader.load();
    }

    private void liveOn(LiveCompany live, ZoneId zone, Supplier<Companion> companion) {
        try (var beside = companion.get();
                var work = CompanyAtWork.start(live)) {
            while (!stop.comesWithin(BETWEEN_UPDATES_MILLIS)) {
                display.update(line(work, zone, beside) + beside.words());
            }
        }
        display.finish(StatusLine.of(live.status(), zone));
    }

    /** A company that stopped by itself, its tables altered by hand perhaps, ends those beside it only where there are none. */
    private static String line(CompanyAtWork work, ZoneId zone, Companion beside) {
        var failure = work.failure();
        return failure == null || beside.equals(Companion.NOBODY)
                ? StatusLine.of(work.status(), zone)
                : "company   has stopped: " + failure + "; the servers go on";
    }
}
