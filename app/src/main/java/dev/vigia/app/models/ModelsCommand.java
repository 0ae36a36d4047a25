package dev.vigia.app.models;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vigia models}: models, before they are put to work. */
@Command(
        name = "models",
        description = "List models, tell what one promises, and check one that you bring.",
        subcommands = {ListCommand.class, ShowCommand.class, CheckCommand.class})
public final class ModelsCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing what to do, for example: vigia models list");
    }
}
