package dev.vigia.bench;

import dev.vigia.app.program.Subcommand;
import dev.vigia.bench.capture.CaptureBenchCommand;
import dev.vigia.bench.capture.CrashCaptureCommand;
import dev.vigia.bench.csv.CsvBenchCommand;
import dev.vigia.bench.fuzz.FuzzCommand;
import dev.vigia.bench.mqtt.MqttBenchCommand;
import dev.vigia.bench.score.ScoreBenchCommand;
import picocli.CommandLine.Command;

/** {@code vigia bench}: measures, always beside an alternative in the same run. */
@Command(
        name = "bench",
        description = "Measure, beside the alternatives, on this machine.",
        subcommands = {
            SerdeBenchCommand.class,
            CaptureBenchCommand.class,
            CrashCaptureCommand.class,
            CsvBenchCommand.class,
            MqttBenchCommand.class,
            ScoreBenchCommand.class,
            FuzzCommand.class
        })
public final class BenchCommand implements Subcommand {}
