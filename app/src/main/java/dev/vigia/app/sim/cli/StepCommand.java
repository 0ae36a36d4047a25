package dev.vigia.app.sim.cli;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code vigia sim step}. */
@Command(name = "step", description = "Live through some business time as fast as possible, also when paused.")
final class StepCommand implements Callable<Integer> {

    @Mixin
    private RunningCompany company = new RunningCompany();

    @Parameters(paramLabel = "DURATION", description = "How long, for example PT6H or P7D.")
    private Duration duration = Duration.ZERO;

    @Override
    public Integer call() throws Exception {
        return company.tell("step", Map.of("duration", duration.toString()));
    }
}
