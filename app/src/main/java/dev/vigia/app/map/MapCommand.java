package dev.vigia.app.map;

import dev.vigia.app.map.check.CheckCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vigia map}: mappings, before they are put to work. */
@Command(
        name = "map",
        description = "Write a first mapping from a live schema, and see what a mapping does.",
        subcommands = {InitCommand.class, CheckCommand.class})
public final class MapCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing what to do, for example: vigia map init");
    }
}
