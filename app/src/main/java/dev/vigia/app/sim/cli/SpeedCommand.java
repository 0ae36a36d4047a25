package dev.vigia.app.sim.cli;

import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code vigia sim speed}. */
@Command(name = "speed", description = "Change the speed of the business clock.")
final class SpeedCommand implements Callable<Integer> {

    @Mixin
    private RunningCompany company = new RunningCompany();

    @Parameters(paramLabel = "FACTOR", description = "Business seconds in a second; 10080 is a week a minute.")
    private BigDecimal factor = BigDecimal.ONE;

    @Override
    public Integer call() throws Exception {
        return company.tell("speed", Map.of("factor", factor.toString()));
    }
}
