package dev.vigia.app;

import dev.vigia.app.map.MapCommand;
import dev.vigia.app.models.ModelsCommand;
import dev.vigia.app.program.Failure;
import dev.vigia.app.program.Subcommand;
import dev.vigia.app.program.Version;
import dev.vigia.app.selftest.SelftestCommand;
import dev.vigia.app.sim.cli.SimCommand;
import java.util.ServiceLoader;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** The program: finds the command, runs it, and turns what it throws into a sentence and an exit code. */
@Command(
        name = "vigia",
        description = "Real-time demand forecasts and machine-failure alerts on Kafka Streams.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:good",
            "1:a check failed",
            "2:what was asked for cannot be done as it was asked",
            "3:something is unreachable",
            "70:an error inside Vigia, told in full in the log"
        },
        subcommands = {
            CaptureCommand.class,
            DemoCommand.class,
            ImportCommand.class,
            MapCommand.class,
            ModelsCommand.class,
            SelftestCommand.class,
            TopicsCommand.class,
            SimCommand.class
        })
public final class Vigia {

    private static final int INTERNAL_ERROR = 70;

    /** Made first of all, so that servers starting side by side find logging ready. */
    private static final Logger LOG = LoggerFactory.getLogger(Vigia.class);

    private Vigia() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        var vigia = new CommandLine(new Vigia());
        ServiceLoader.load(Subcommand.class).forEach(vigia::addSubcommand);
        return vigia.setExecutionExceptionHandler(Vigia::explain);
    }

    static int explain(Exception failed, CommandLine command, ParseResult parsed) {
        command.getErr().println("vigia: " + failed.getMessage());
        if (failed instanceof Failure failure) {
            return failure.exitCode();
        }
        if (failed instanceof ConfigException) {
            return ExitCode.USAGE;
        }
        LOG.error("{} failed", parsed.expandedArgs(), failed);
        return INTERNAL_ERROR;
    }
}
