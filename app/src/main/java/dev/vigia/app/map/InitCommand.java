package dev.vigia.app.map;

import dev.vigia.app.map.guess.FirstMapping;
import dev.vigia.app.map.jdbc.JdbcOptions;
import dev.vigia.app.map.jdbc.JdbcSamples;
import dev.vigia.app.program.Failure;
import dev.vigia.connect.postgres.CatalogTable;
import dev.vigia.connect.postgres.PostgresCatalog;
import dev.vigia.connect.row.TableId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigia map init}: writes a first mapping from a live schema. It reads, and changes nothing there. */
@Command(name = "init", description = "Write a first mapping, guessed from the tables of a live PostgreSQL.")
final class InitCommand implements Callable<Integer> {

    private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9_-]+");

    private static final StandardOpenOption[] CREATE_ONLY = {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
    private static final StandardOpenOption[] CREATE_OR_REPLACE = {
        StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE
    };

    @Mixin
    private JdbcOptions jdbc = new JdbcOptions();

    @Option(
            names = "--schema",
            paramLabel = "NAME",
            split = ",",
            description = "Schemas to look at (all that hold tables).")
    private List<String> schemas = List.of();

    @Option(names = "--source", paramLabel = "NAME", description = "Name of the source system (the first schema's).")
    private @Nullable String source;

    @Option(names = "--timezone", paramLabel = "ZONE", description = "What local times mean (${DEFAULT-VALUE}).")
    private ZoneId zone = ZoneId.of("America/Sao_Paulo");

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write it (to the screen).")
    private @Nullable Path out;

    @Option(names = "--force", description = "Write over a file that is there.")
    private boolean force;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws SQLException {
        refuseToOverwrite();
        try (var connection = jdbc.connect()) {
            var tables = tables(connection);
            var mapping = new FirstMapping(tables, new JdbcSamples(connection));
            write(mapping, mapping.lines(source(), zone, jdbc.shownUrl()));
        }
        return 0;
    }

    private void refuseToOverwrite() {
        if (out != null && Files.exists(out) && !force) {
            throw Failure.usage("--out " + out + " is there already: give another name, or --force to write over it."
                    + " Nothing was written.");
        }
    }

    private Map<TableId, CatalogTable> tables(Connection connection) throws SQLException {
        var catalog = new PostgresCatalog(connection);
        var known = catalog.schemas();
        var wanted = schemas.isEmpty() ? known : schemas;
        var tables = new TreeMap<TableId, CatalogTable>();
        for (var schema : wanted) {
            if (!known.contains(schema)) {
                throw Failure.usage("--schema " + schema + " holds no tables there; these do: "
                        + String.join(", ", known) + ". Nothing was written.");
            }
            tables.putAll(catalog.schema(schema));
        }
        tables.values().removeIf(table -> !table.access().readable());
        return tables;
    }

    private String source() {
        var name = source == null ? (schemas.isEmpty() ? "erp" : schemas.get(0)) : source;
        if (!SOURCE.matcher(name).matches()) {
            throw Failure.usage(
                    "--source \"" + name + "\" has other than letters, digits, - and _. Nothing was written.");
        }
        return name;
    }

    private void write(FirstMapping mapping, List<String> lines) {
        var terminal = spec.commandLine();
        if (out == null) {
            lines.forEach(terminal.getOut()::println);
            terminal.getOut().flush();
            return;
        }
        try {
            Files.write(out, lines, force ? CREATE_OR_REPLACE : CREATE_ONLY);
        } catch (IOException e) {
            throw Failure.usage("--out cannot write " + out + ": " + e);
        }
        terminal.getOut()
                .println(out + ": " + mapping.sure() + " tables mapped, " + mapping.doubtful()
                        + " left as comments. Next: vigia map check --mapping " + out + " --jdbc " + jdbc.shownUrl());
        terminal.getOut().flush();
    }
}
