package dev.vigia.app.sim.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigia sim break-sensor}. */
@Command(name = "break-sensor", description = "Break a sensor of a machine for some business hours.")
final class BreakSensorCommand implements Callable<Integer> {

    @Mixin
    private RunningCompany company = new RunningCompany();

    @Parameters(index = "0", paramLabel = "MACHINE", description = "Its id in plant.machine.")
    private String machine = "";

    @Parameters(index = "1", paramLabel = "MEASURE", description = "What it measures, for example temperature.")
    private String measure = "";

    @Parameters(index = "2", paramLabel = "KIND", description = "How it fails, for example flatline.")
    private String kind = "";

    @Option(names = "--hours", paramLabel = "N", description = "Business hours until it works again (6).")
    private String hours = "6";

    @Override
    public Integer call() throws Exception {
        return company.tell(
                "break-sensor", Map.of("machine", machine, "measure", measure, "kind", kind, "hours", hours));
    }
}
