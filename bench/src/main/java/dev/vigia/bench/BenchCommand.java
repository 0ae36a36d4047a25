package dev.vigia.bench;

import dev.vigia.app.program.Subcommand;
import picocli.CommandLine.Command;

/** {@code vigia bench}: measures, always beside an alternative in the same run. */
@Command(
        name = "bench",
        description = "Measure, beside the alternatives, on this machine.",
        subcommands = {SerdeBenchCommand.class, CsvBenchCommand.class})
public final class BenchCommand implements Subcommand {}
