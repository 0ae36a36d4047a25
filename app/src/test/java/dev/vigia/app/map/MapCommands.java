package dev.vigia.app.map;

import dev.vigia.app.program.Failure;
import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.company.Company;
import dev.vigia.app.sim.database.CompanyDatabase;
import dev.vigia.app.sim.database.DatabaseAddress;
import dev.vigia.app.sim.history.HistoryLoader;
import dev.vigia.app.sim.small.Databases;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import picocli.CommandLine;

/** Runs {@code vigia map} on databases made for the test. */
public final class MapCommands implements BeforeAllCallback {

    /** The mappings that come with the program. */
    public static final Path SHIPPED =
            Path.of(System.getProperty("basedir", "."), "..", "connectors/src/main/resources/mappings");

    private static final CompanySettings DEFAULT = CompanySettings.DEFAULT;

    private final Databases databases = new Databases();

    private @Nullable DatabaseAddress company;

    /** What a command said, and how it ended. */
    public record Said(int exit, String out, String err) {}

    @Override
    public void beforeAll(ExtensionContext context) {
        databases.beforeAll(context);
    }

    /** A small company with some weeks of history, made once. */
    public DatabaseAddress company() throws SQLException {
        if (company == null) {
            company = databases.create();
            var small = Company.of(new CompanySettings(DEFAULT.seed(), 5, 3, 3, DEFAULT.start(), DEFAULT.zone()));
            try (var database = CompanyDatabase.open(company.connect(), small)) {
                new HistoryLoader(small, database, progress -> true).load();
            }
        }
        return company;
    }

    /** A database that scripts of this package fill. */
    public DatabaseAddress of(String... scripts) throws SQLException, IOException {
        var address = databases.create();
        try (var connection = address.connect();
                var statement = connection.createStatement()) {
            for (var script : scripts) {
                statement.execute(text(script));
            }
        }
        return address;
    }

    public Said run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exit = new CommandLine(new MapCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler((failed, command, parsed) -> said(failed, err))
                .execute(arguments);
        return new Said(exit, out.toString(), err.toString());
    }

    private static int said(Exception failed, StringWriter err) throws Exception {
        if (failed instanceof Failure failure) {
            err.write(failure.getMessage());
            return failure.exitCode();
        }
        throw failed;
    }

    public static String text(String script) throws IOException {
        try (var in = Objects.requireNonNull(MapCommands.class.getResourceAsStream(script), script)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
