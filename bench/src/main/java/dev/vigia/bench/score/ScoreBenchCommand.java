package dev.vigia.bench.score;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vigia.app.program.Failure;
import dev.vigia.app.program.Installation;
import dev.vigia.models.ModelRefusedException;
import dev.vigia.models.demand.DemandContract;
import dev.vigia.models.demand.DemandModel;
import dev.vigia.models.folder.InstalledModels;
import dev.vigia.models.onnx.Device;
import dev.vigia.models.onnx.Placement;
import dev.vigia.models.onnx.ScoringSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigia bench score}: windows scored a second in batches, beside one window a call. */
@Command(name = "score", description = "Windows scored a second in batches, beside one window a call.")
public final class ScoreBenchCommand implements Callable<Integer> {

    private static final List<Integer> BATCHES = List.of(1, 8, 32, Standing.USUAL_BATCH, 1_024, 8_192);

    @Nullable
    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "The model's folder (the newest demand model installed).")
    private Path given;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "Seconds that each way is measured (${DEFAULT-VALUE}).")
    private int seconds = 5;

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final List<Rate> rates = new ArrayList<>();

    @Override
    public Integer call() throws RunnerException {
        var folder = folder();
        var standings = new ArrayList<Standing>();
        standings.add(race(folder, Device.CPU));
        var placement = placement(folder);
        if (placement.device() == Device.CUDA) {
            standings.add(race(folder, Device.CUDA));
        }
        var out = spec.commandLine().getOut();
        (json ? Stream.of(json(standings)) : table(folder, placement, standings)).forEach(out::println);
        out.flush();
        return standings.stream().allMatch(Standing::isGood) ? 0 : 1;
    }

    private Standing race(Path folder, Device device) throws RunnerException {
        var race = new Race(device, seconds, this::note);
        var batched = race.batched(folder, "fp32", BATCHES);
        var half = folder.resolveSibling(folder.getFileName() + "-fp16");
        if (Files.isDirectory(half)) {
            race.batched(half, "fp16", BATCHES);
        }
        var bare = race.bare(folder, Standing.USUAL_BATCH);
        var usual = race.best(folder, "batched", Standing.USUAL_BATCH);
        var single = race.best(folder, "one by one", 1);
        return new Standing(device, batched, usual, single, race.naive(folder), bare);
    }

    private void note(Rate rate) {
        rates.add(rate);
        spec.commandLine().getErr().println(rate.row());
        spec.commandLine().getErr().flush();
    }

    private Path folder() {
        if (given != null) {
            return given.toAbsolutePath().normalize();
        }
        var models = Installation.current().models();
        return new InstalledModels(models)
                .newest(DemandContract.KIND)
                .orElseThrow(() -> Failure.usage(
                        "There is no demand model in " + models + ". Give the folder of one with --model."));
    }

    private static Placement placement(Path folder) {
        try (var model = DemandModel.open(folder, ScoringSettings.USUAL)) {
            return model.placement();
        } catch (ModelRefusedException e) {
            throw Failure.usage(e.getMessage() + " See vigia models check.");
        }
    }

    private Stream<String> table(Path folder, Placement placement, List<Standing> standings) {
        var heading = Stream.of(
                folder + ", " + Runtime.getRuntime().availableProcessors() + " cores; " + placement, Rate.heading());
        return Stream.of(
                        heading,
                        rates.stream().map(Rate::row),
                        standings.stream().map(Standing::words))
                .flatMap(lines -> lines);
    }

    /** The ratios of the device that models are put on when nobody says where, then all rates. */
    private String json(List<Standing> standings) {
        var top = JsonNodeFactory.instance.objectNode();
        put(top, standings.get(standings.size() - 1));
        standings.forEach(standing -> put(top.putObject(standing.device().toString()), standing));
        var all = top.putArray("rates");
        for (var rate : rates) {
            all.addObject()
                    .put("way", rate.what())
                    .put("batch", rate.batch())
                    .put("windows_per_second", rate.windows())
                    .put("p50_ms", rate.median() / 1e3)
                    .put("p99_ms", rate.nearWorst() / 1e3);
        }
        return top.toString();
    }

    private static void put(ObjectNode node, Standing standing) {
        node.put("device", standing.device().toString())
                .put("batched_over_naive", standing.batchedOverNaive())
                .put("batched_over_single", standing.batchedOverSingle())
                .put("batched_over_bare", standing.batchedOverBare())
                .put("best_over_single", standing.bestOverSingle());
    }
}
