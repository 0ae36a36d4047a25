package dev.vigia.app.sim.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vigia sim}: the simulated company by itself, and what a person can do to it while it runs. */
@Command(
        name = "sim",
        description = "Run the simulated company, and tell it what to do.",
        subcommands = {
            RunCommand.class,
            ChangeLineCommand.class,
            CancelOrderCommand.class,
            WearOutCommand.class,
            BreakSensorCommand.class,
            PauseCommand.class,
            ResumeCommand.class,
            SpeedCommand.class,
            StepCommand.class,
            PicturesCommand.class,
            ChecksumCommand.class
        })
public final class SimCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing what to do, for example: vigia sim pause");
    }
}
