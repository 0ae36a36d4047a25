package dev.vigia.app.sim.cli;

import dev.vigia.app.program.Failure;
import dev.vigia.app.sim.command.Commands;
import dev.vigia.app.sim.command.Outcome;
import dev.vigia.app.sim.database.CompanyLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The company that another program lives, and that is told something from here. */
final class RunningCompany {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(names = "--timeout", paramLabel = "DURATION", description = "How long to wait to be heard (PT30S).")
    private Duration timeout = Duration.ofSeconds(30);

    /** Gives a command, waits for what comes of it, and prints that. */
    int tell(String command, Map<String, String> arguments) throws SQLException, InterruptedException {
        try (var connection = database.connect()) {
            expectSomebody(connection);
            var commands = new Commands(connection);
            return report(outcome(connection, commands, commands.give(command, arguments)));
        }
    }

    /** What has begun is waited for, however long it takes, as long as the company lives. */
    private Outcome outcome(Connection connection, Commands commands, long id)
            throws SQLException, InterruptedException {
        var outcome = commands.await(id, timeout);
        while (outcome instanceof Outcome.Begun) {
            expectSomebody(connection);
            outcome = commands.await(id, timeout);
        }
        return outcome;
    }

    private int report(Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            spec.commandLine().getOut().println(done.what());
            return 0;
        }
        if (outcome instanceof Outcome.Refused refused) {
            throw Failure.check(refused.why() + " Nothing was changed.");
        }
        throw Failure.unreachable("The company at " + database.address() + " did not take up the command within "
                + timeout.toSeconds() + " s: it was taken back, and nothing was changed. A company that still loads its"
                + " history hears nothing; try again later, or wait longer with --timeout.");
    }

    private void expectSomebody(Connection connection) throws SQLException {
        if (!CompanyLock.isTaken(connection)) {
            throw Failure.unreachable("Nobody lives a company in " + database.address()
                    + " now. Start it with vigia demo or vigia sim run.");
        }
    }
}
