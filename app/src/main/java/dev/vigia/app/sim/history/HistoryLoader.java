package dev.vigia.app.sim.history;

import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.company.Company;
import dev.vigia.app.sim.company.Morning;
import dev.vigia.app.sim.database.CompanyDatabase;
import dev.vigia.app.sim.database.FoldedChanges;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * Loads the company's past a business week at a time.
 *
 * <p>A week is one transaction, which also moves the company's memory: a load that was killed goes on where it stopped.
 * While one week is written, the next is planned on a second thread.
 */
public final class HistoryLoader {

    private final Company company;
    private final CompanyDatabase database;
    private final Predicate<HistoryProgress> goOn;
    private long rows;

    /** @param goOn is told of each week when it is committed, and says whether to go on */
    public HistoryLoader(Company company, CompanyDatabase database, Predicate<HistoryProgress> goOn) {
        this.company = company;
        this.database = database;
        this.goOn = goOn;
    }

    /** Returns whether nothing of the history is missing; at once when nothing was. */
    public boolean load() throws SQLException {
        var planned = planning(database.memory().morning());
        var missing = planned.isPresent();
        while (planned.isPresent()) {
            var week = planned.get().join();
            planned = planning(week.next());
            if (!write(week)) {
                return planned.isEmpty();
            }
        }
        if (missing) {
            database.analyze();
        }
        database.commit();
        return true;
    }

    /** The week that begins with a morning, as it is being planned; empty when the history ends there. */
    private Optional<CompletableFuture<Week>> planning(Morning monday) {
        return isPast(monday) ? Optional.of(CompletableFuture.supplyAsync(() -> plan(monday))) : Optional.empty();
    }

    private Week plan(Morning monday) {
        var changes = new ArrayList<RowChange>();
        var morning = monday;
        do {
            var day = company.plan(morning, List.of());
            changes.addAll(day.changes());
            morning = day.next();
        } while (isPast(morning) && morning.day().isBefore(monday.day().plusWeeks(1)));
        return new Week(new FoldedChanges(company.tables(), changes.stream()), morning);
    }

    private boolean write(Week week) throws SQLException {
        database.load(week.changes());
        remember(week.next());
        database.commit();
        rows += week.changes().size();
        return goOn.test(
                new HistoryProgress(weeksBefore(week.next()), company.settings().weeks(), rows));
    }

    private void remember(Morning morning) throws SQLException {
        var memory = database.memory();
        memory.remember(morning);
        var midnight = morning.day().atStartOfDay(company.settings().zone()).toInstant();
        memory.remember(memory.clock().at(midnight));
    }

    private boolean isPast(Morning morning) {
        return morning.day().isBefore(company.settings().firstLiveDay());
    }

    private int weeksBefore(Morning morning) {
        return (int) ChronoUnit.WEEKS.between(company.settings().start(), morning.day());
    }

    private record Week(FoldedChanges changes, Morning next) {}
}
