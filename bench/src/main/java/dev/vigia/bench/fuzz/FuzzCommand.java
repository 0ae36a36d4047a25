package dev.vigia.bench.fuzz;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.vigia.bench.mqtt.Heap;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigia bench fuzz}: feeds all ways in with noise, and counts. */
@Command(
        name = "fuzz",
        description = "Feed every way in with random and hostile input; nothing dies, and the counts add up.")
public final class FuzzCommand implements Callable<Integer> {

    @Option(names = "--lines", defaultValue = "2000000", description = "Lines and messages in all (${DEFAULT-VALUE}).")
    private int lines;

    @Nullable
    @Option(names = "--seed", description = "Where the randomness begins; printed, so that a run can be repeated.")
    private Long seed;

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        long begin = seed == null ? new SplittableRandom().nextLong() : seed;
        spec.commandLine().getErr().println("seed " + begin);
        Heap.reset();
        var counts = Fuzz.run(lines, begin);
        print(counts, begin);
        return counts.stream().allMatch(Count::addsUp) ? 0 : 1;
    }

    private void print(List<Count> counts, long begin) {
        var out = spec.commandLine().getOut();
        var printed = new ArrayList<String>();
        if (json) {
            var object =
                    JsonNodeFactory.instance.objectNode().put("seed", begin).put("peak_heap_mb", Heap.peakMegabytes());
            counts.forEach(count -> object.putObject(count.way())
                    .put("received", count.received())
                    .put("written", count.written())
                    .put("refused", count.refused())
                    .put("excluded", count.excluded())
                    .put("adds_up", count.addsUp()));
            printed.add(object.toString());
        } else {
            counts.forEach(count -> printed.add(count.line()));
            printed.add("seed " + begin + ", peak heap " + Heap.peakMegabytes() + " MB");
        }
        printed.forEach(out::println);
        out.flush();
    }
}
