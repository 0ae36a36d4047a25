package dev.vigia.app.sim.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigia sim wear-out}. */
@Command(name = "wear-out", description = "Wear out a machine, so that it breaks down within some business hours.")
final class WearOutCommand implements Callable<Integer> {

    @Mixin
    private RunningCompany company = new RunningCompany();

    @Parameters(paramLabel = "MACHINE", description = "Its id in plant.machine.")
    private String machine = "";

    @Option(names = "--mode", paramLabel = "MODE", description = "How it fails; else as it would have anyway.")
    private @Nullable String mode;

    @Option(names = "--hours", paramLabel = "N", description = "Business hours until it breaks down (72).")
    private @Nullable String hours;

    @Override
    public Integer call() throws Exception {
        var arguments = new HashMap<>(Map.of("machine", machine));
        if (mode != null) {
            arguments.put("mode", mode);
        }
        if (hours != null) {
            arguments.put("hours", hours);
        }
        return company.tell("wear-out", arguments);
    }
}
