package dev.vigia.bench.capture;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.vigia.app.program.Failure;
import dev.vigia.connect.capture.OffsetRule;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigia bench crash-capture}: kills capture again and again and counts what was lost. */
@Command(name = "crash-capture", description = "Kill capture again and again, and count what is lost: nothing.")
public final class CrashCaptureCommand implements Callable<Integer> {

    @Option(names = "--rounds", paramLabel = "N", description = "How often it is killed (${DEFAULT-VALUE}).")
    private int rounds = 30;

    @Nullable
    @Option(names = "--seed", paramLabel = "N", description = "Of chance; else a new one.")
    private Long seed;

    @Option(
            names = "--each-row",
            description = "Mark every row as processed, as the engine does it by itself: shows what that loses.")
    private boolean eachRow;

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        long chance = seed == null ? ThreadLocalRandom.current().nextLong() : seed;
        say("seed " + chance);
        var log = Files.createTempFile("vigia-crash-capture", ".log");
        var offsets = eachRow ? OffsetRule.EACH_ROW : OffsetRule.WHOLE_TRANSACTIONS;
        CrashTrial.Outcome outcome;
        try (var stack = TrialStack.start(Files.createTempDirectory("vigia-crash-capture"))) {
            outcome = new CrashTrial(stack, offsets, chance, log, this::say).run(rounds);
        }
        print(outcome, chance);
        if (outcome.wrong() + outcome.backwards() > 0) {
            throw Failure.check(outcome.wrong() + " keys differ from the table; the captures' log is " + log);
        }
        Files.delete(log);
        return 0;
    }

    private void print(CrashTrial.Outcome outcome, long chance) {
        var text = json
                ? JsonNodeFactory.instance
                        .objectNode()
                        .put("seed", chance)
                        .put("rounds", outcome.rounds())
                        .put("keys", outcome.keys())
                        .put("wrong", outcome.wrong())
                        .put("backwards", outcome.backwards())
                        .toString()
                : outcome.rounds() + " kills, " + outcome.keys() + " keys at the end, " + outcome.wrong() + " wrong";
        spec.commandLine().getOut().println(text);
        spec.commandLine().getOut().flush();
    }

    private void say(String line) {
        var out = json ? spec.commandLine().getErr() : spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
