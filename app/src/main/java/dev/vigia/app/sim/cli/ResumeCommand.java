package dev.vigia.app.sim.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code vigia sim resume}. */
@Command(name = "resume", description = "Let the business clock go on.")
final class ResumeCommand implements Callable<Integer> {

    @Mixin
    private RunningCompany company = new RunningCompany();

    @Override
    public Integer call() throws Exception {
        return company.tell("resume", Map.of());
    }
}
