package dev.vigia.app.sim.cli;

import dev.vigia.app.sim.database.BusinessClock;
import dev.vigia.app.sim.database.CompanyMemory;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How fast business time passes; when it is not given, the company keeps the speed it has. */
public final class SpeedOption {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    private @Nullable Double speed;

    @Option(
            names = "--speed",
            paramLabel = "N",
            description = "Business seconds in a second (at first 10080: a business week a minute).")
    void setSpeed(double given) {
        if (!BusinessClock.isUsableSpeed(given)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--speed %s is not usable: give more than 0 and at most %.0f business seconds in a second"
                            .formatted(given, BusinessClock.FASTEST));
        }
        speed = given;
    }

    /** Sets the clock of the company to the speed that was asked for. */
    public void apply(CompanyMemory memory) throws SQLException {
        if (speed != null) {
            memory.remember(memory.clock().withSpeed(speed));
        }
    }
}
