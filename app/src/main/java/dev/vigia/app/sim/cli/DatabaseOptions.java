package dev.vigia.app.sim.cli;

import dev.vigia.app.local.StackAddresses;
import dev.vigia.app.program.Failure;
import dev.vigia.app.sim.database.DatabaseAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where the company's database is: an address, or the local stack of a data folder. */
public final class DatabaseOptions {

    @Option(names = "--jdbc", paramLabel = "URL", description = "The company's PostgreSQL; else the local stack's.")
    private @Nullable String jdbc;

    @Option(names = "--user", paramLabel = "NAME", description = "User there (${DEFAULT-VALUE}).")
    private String user = "postgres";

    @Option(
            names = "--password",
            paramLabel = "WORD",
            arity = "0..1",
            interactive = true,
            description = "Password there; asked for when the word is left out.")
    private String password = "";

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder of the local stack (${DEFAULT-VALUE}).")
    private Path data = Path.of(".vigia");

    DatabaseAddress address() {
        if (jdbc != null) {
            return new DatabaseAddress(jdbc, user, password);
        }
        var stack = StackAddresses.read(data);
        return new DatabaseAddress(stack.postgres(), stack.postgresUser(), password);
    }

    Connection connect() {
        var address = address();
        try {
            return address.connect();
        } catch (SQLException e) {
            throw Failure.unreachable("No database answers at " + address + ": " + e.getMessage()
                    + " Start one with vigia demo, or give the right address with --jdbc, --user and --password.");
        }
    }
}
