package dev.vigia.app.sim.command;

import dev.vigia.app.sim.Command;
import dev.vigia.app.sim.company.Company;
import dev.vigia.app.sim.database.CompanyDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the company takes up its commands: each is carried out and answered in the transaction of the step that begins,
 * or refused with the reason and without a trace.
 */
public final class CommandDesk {

    /** SQLSTATE classes of data that do not fit and rules that do not hold. */
    private static final List<String> UNFIT = List.of("22", "23");

    private final Connection connection;
    private final Company company;
    private final CommandLog log;
    private final ClockCommands clock;
    private final Map<String, Handler> handlers = new TreeMap<>();

    public CommandDesk(Company company, CompanyDatabase database) {
        this.connection = database.connection();
        this.company = company;
        this.log = new CommandLog(connection);
        this.clock = new ClockCommands(database.memory(), company.settings().zone());
        departmentHandlers(new DepartmentCommands(company));
        orderHandlers(new OrderCommands(connection));
        clockHandlers();
    }

    private void departmentHandlers(DepartmentCommands departments) {
        company.commands().forEach(name -> handlers.put(name, departments::plan));
    }

    private void orderHandlers(OrderCommands orders) {
        handlers.put("change-line", orders::changeLine);
        handlers.put("cancel-order", orders::cancelOrder);
    }

    private void clockHandlers() {
        handlers.put("pause", clock::pause);
        handlers.put("resume", clock::resume);
        handlers.put("speed", clock::speed);
        handlers.put("step", clock::step);
    }

    /** Carries out what was given, and answers what has come to its end. */
    public Told obey(Instant now) throws SQLException {
        var told = new Told(false, now);
        for (var given : log.open(now)) {
            told = given.begun() ? goOn(given, told, now) : begin(given, told);
        }
        return told;
    }

    /** What departments have to be told again when a day is planned again. */
    public List<Command> carriedOutSince(Instant start) throws SQLException {
        return log.carriedOutSince(start);
    }

    /** Only a step goes on beyond the moment in which it was given. */
    private Told goOn(GivenCommand step, Told told, Instant now) throws SQLException {
        var end = clock.endOfStep(step.command());
        if (end.isAfter(now)) {
            return told.hurryUntil(end);
        }
        log.answer(step, clock.stepped(step.command()));
        return told;
    }

    private Told begin(GivenCommand given, Told told) throws SQLException {
        var outcome = outcome(given.command());
        log.answer(given, outcome);
        return outcome instanceof Outcome.Begun
                ? told.hurryUntil(clock.endOfStep(given.command()))
                : told.planAnew(company.commands().contains(given.command().name()));
    }

    private Outcome outcome(Command command) throws SQLException {
        var handler = handlers.get(command.name());
        if (handler == null) {
            return new Outcome.Refused("There is no command \"%s\"; there are %s."
                    .formatted(command.name(), String.join(", ", handlers.keySet())));
        }
        var before = connection.setSavepoint();
        try {
            return handler.handle(command);
        } catch (UnusableArgumentException e) {
            connection.rollback(before);
            return e.refusal();
        } catch (SQLException e) {
            connection.rollback(before);
            return refusal(e);
        }
    }

    private static Outcome refusal(SQLException e) throws SQLException {
        if (e.getSQLState() != null && UNFIT.contains(e.getSQLState().substring(0, 2))) {
            return new Outcome.Refused("The database refuses it: " + e.getMessage());
        }
        throw e;
    }
}
