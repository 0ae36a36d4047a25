package dev.vigia.app.map.check;

import dev.vigia.app.map.jdbc.JdbcOptions;
import dev.vigia.app.program.Failure;
import dev.vigia.app.salt.SaltOptions;
import dev.vigia.connect.mapping.Mapping;
import dev.vigia.connect.mapping.MappingException;
import dev.vigia.connect.mapping.MappingFiles;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigia map check}: what a mapping would make of a live schema. It reads, and changes nothing anywhere. */
@Command(
        name = "check",
        description =
                "Run a mapping dry on a live PostgreSQL: rows mapped and refused, before and after, weekly totals.")
public final class CheckCommand implements Callable<Integer> {

    @Mixin
    private JdbcOptions jdbc = new JdbcOptions();

    @Option(
            names = "--mapping",
            paramLabel = "MAPPING",
            required = true,
            description = "A mapping file, or the name of one that is shipped, such as odoo.")
    private String mapping = "";

    @Mixin
    private SaltOptions salt = new SaltOptions();

    @Option(names = "--rows", paramLabel = "N", description = "Rows shown before and after (${DEFAULT-VALUE}).")
    private int rows = 10;

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws SQLException {
        if (rows < 0) {
            throw Failure.usage("--rows " + rows + " is too few: give 0 or more. Nothing was written.");
        }
        try {
            return check(MappingFiles.read(mapping));
        } catch (MappingException e) {
            e.problems().forEach(spec.commandLine().getErr()::println);
            return ExitCode.USAGE;
        } catch (IllegalArgumentException e) {
            throw Failure.usage("--mapping: " + e.getMessage());
        }
    }

    private int check(Mapping read) throws SQLException {
        try (var connection = jdbc.connect()) {
            var check = new Check(read, connection, jdbc.shownUrl(), salt.salt());
            var checked = check.run(rows);
            print(checked, check.shown());
            return checked.agrees() && checked.keepsAll() ? ExitCode.OK : 1;
        }
    }

    private void print(Checked checked, Shown shown) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(CheckJson.of(checked));
        } else {
            new CheckPage(checked, shown).lines().forEach(out::println);
        }
        out.flush();
    }
}
