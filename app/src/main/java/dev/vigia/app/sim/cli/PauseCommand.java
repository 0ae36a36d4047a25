package dev.vigia.app.sim.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code vigia sim pause}. */
@Command(name = "pause", description = "Stop the business clock.")
final class PauseCommand implements Callable<Integer> {

    @Mixin
    private RunningCompany company = new RunningCompany();

    @Override
    public Integer call() throws Exception {
        return company.tell("pause", Map.of());
    }
}
