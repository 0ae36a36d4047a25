package dev.vigia.app.sim.live;

import dev.vigia.app.sim.command.CommandDesk;
import dev.vigia.app.sim.company.Company;
import dev.vigia.app.sim.database.BusinessClock;
import dev.vigia.app.sim.database.CompanyDatabase;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Does the steps of the current day, which it plans from what the database remembers. */
final class DailyWork {

    private final Company company;
    private final CompanyDatabase database;
    private final CommandDesk desk;
    private final Readings readings;
    private @Nullable Today today;

    DailyWork(Company company, CompanyDatabase database, CommandDesk desk, Readings readings) {
        this.company = company;
        this.database = database;
        this.desk = desk;
        this.readings = readings;
    }

    /** Does the step that begins now: rows, then readings, then what is remembered. */
    LiveStatus step(LiveStatus before) throws SQLException, InterruptedException {
        var day = today(before.clock());
        var end = day.endOfStep(before.clock().now());
        var changes = day.changesBefore(end);
        database.write(changes);
        var received = readings.publish(() -> day.readingsBefore(end));
        var after = before.after(before.clock().at(end), changes.size(), received);
        remember(day, after.clock());
        return after;
    }

    Instant endOfStep(BusinessClock clock) throws SQLException {
        return today(clock).endOfStep(clock.now());
    }

    /** Forgets the plan of the day, because commands changed it or a step was undone. */
    void planAnew() {
        today = null;
    }

    private Today today(BusinessClock clock) throws SQLException {
        if (today == null) {
            var morning = database.memory().morning();
            var start = morning.day().atStartOfDay(company.settings().zone()).toInstant();
            today = new Today(company.plan(morning, desk.carriedOutSince(start)), clock.now());
        }
        return today;
    }

    private void remember(Today day, BusinessClock clock) throws SQLException {
        database.memory().remember(clock);
        if (day.endsAt(clock.now())) {
            database.memory().remember(day.tomorrow());
            today = null;
        }
    }
}
