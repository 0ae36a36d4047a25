package dev.vigia.app.sim.live;

import dev.vigia.app.sim.command.CommandDesk;
import dev.vigia.app.sim.company.Company;
import dev.vigia.app.sim.database.BusinessClock;
import dev.vigia.app.sim.database.CompanyDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The company at work: in steps of ten business minutes, at the pace of its clock.
 *
 * <p>A step is one transaction of commands, row changes, the clock, and at midnight the next morning. Its readings are
 * received before it is committed: after a crash they may come twice but are never missing. What fails is undone as a
 * whole and may be tried again. One thread at a time, but everybody may ask for the status.
 */
public final class LiveCompany {

    private final CompanyDatabase database;
    private final InstantSource wall;
    private final CommandDesk desk;
    private final DailyWork work;
    private Pace pace;
    private Instant hurryUntil;
    private volatile LiveStatus status;

    public LiveCompany(Company company, CompanyDatabase database, Readings readings, InstantSource wall)
            throws SQLException {
        this.database = database;
        this.wall = wall;
        this.desk = new CommandDesk(company, database);
        this.work = new DailyWork(company, database, desk, readings);
        var clock = database.memory().clock();
        database.commit();
        this.pace = new Pace(wall.instant(), clock);
        this.hurryUntil = clock.now();
        this.status = new LiveStatus(clock, Duration.ZERO, 0, 0);
    }

    /** Obeys commands, and does one step if it is due; returns how long the next step has time. */
    public Duration tick() throws SQLException, InterruptedException {
        transact(false);
        var now = status.clock().now();
        return hurryUntil.isAfter(now) ? Duration.ZERO : pace.until(now.plus(Today.STEP), wall.instant());
    }

    /** Lives through some business time as fast as it can, also when paused. */
    public void step(Duration duration) throws SQLException, InterruptedException {
        var end = status.clock().now().plus(duration);
        while (status.clock().now().isBefore(end)) {
            transact(true);
        }
    }

    public LiveStatus status() {
        return status;
    }

    private void transact(boolean hurried) throws SQLException, InterruptedException {
        try {
            var after = perform(hurried);
            database.commit();
            status = after.withLag(pace.lag(wall.instant(), after.clock().now()));
        } catch (SQLException | InterruptedException | RuntimeException e) {
            undo(e);
            throw e;
        }
    }

    private LiveStatus perform(boolean hurried) throws SQLException, InterruptedException {
        var clock = obey();
        var inHurry = hurried || hurryUntil.isAfter(clock.now());
        if (!inHurry && !isDue(clock)) {
            return status.withClock(clock);
        }
        var after = work.step(status.withClock(clock));
        if (inHurry) {
            pace = new Pace(wall.instant(), after.clock());
        }
        return after;
    }

    private BusinessClock obey() throws SQLException {
        var told = desk.obey(status.clock().now());
        if (told.planAnew()) {
            work.planAnew();
        }
        hurryUntil = told.hurryUntil();
        var clock = database.memory().clock();
        if (!pace.holdsFor(clock)) {
            pace = new Pace(wall.instant(), clock);
        }
        return clock;
    }

    private boolean isDue(BusinessClock clock) throws SQLException {
        return !pace.due(wall.instant()).isBefore(work.endOfStep(clock));
    }

    private void undo(Exception cause) {
        work.planAnew();
        try {
            database.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
