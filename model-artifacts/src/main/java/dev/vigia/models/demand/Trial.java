package dev.vigia.models.demand;

import dev.vigia.models.Problems;
import dev.vigia.models.manifest.ManifestFile;
import java.util.Arrays;
import java.util.Optional;

/** Scores windows that any model must manage before a real one comes: alone, several at once, and of every region. */
final class Trial {

    private static final int YEAR = 52;
    private static final float LEVEL = 100;
    private static final float PRICE = 7;
    private static final int SEVERAL = 3;

    private final DemandModel model;
    private final ManifestFile file;
    private final float[] weeks = new float[DemandContract.WINDOW];
    private final float[] observed = new float[DemandContract.WINDOW];

    Trial(DemandModel model, ManifestFile file) {
        this.model = model;
        this.file = file;
        Arrays.fill(observed, 1);
        for (int week = 0; week < DemandContract.CONTEXT; week++) {
            float units = (float) (LEVEL + LEVEL / 2 * Math.sin(2 * Math.PI * week / YEAR));
            weeks[2 * week] = units;
            weeks[2 * week + 1] = units * PRICE;
        }
    }

    void run(Problems problems) {
        scoring(1, 0).ifPresentOrElse(what -> cannotScore(problems, what), () -> more(problems));
    }

    private void more(Problems problems) {
        scoring(SEVERAL, 0).ifPresentOrElse(what -> cannotBatch(problems, what), () -> regions(problems));
    }

    private void regions(Problems problems) {
        int regions = model.manifest().terms().regions().size();
        for (int region = 1; region <= regions; region++) {
            var wrong = scoring(1, region);
            if (wrong.isPresent()) {
                cannotTakeRegion(problems, region, regions, wrong.get());
                return;
            }
        }
    }

    /** What goes wrong, empty where nothing does. */
    private Optional<String> scoring(int windows, int region) {
        try (var batch = new DemandBatch(windows)) {
            for (int i = 0; i < windows; i++) {
                batch.add("a trial window", region, weeks, observed);
            }
            model.score(batch);
            return Optional.empty();
        } catch (ScoringException | UnusableWindowsException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void cannotScore(Problems problems, String what) {
        problems.add(
                graph(),
                "it does not forecast a plain yearly season: " + what,
                "See whether its weights are finite and the graph is the one that was trained");
    }

    private void cannotBatch(Problems problems, String what) {
        problems.add(
                graph(),
                "it forecasts one window and not " + SEVERAL + " at once: " + what,
                "Export it with an open batch axis, and use the batch's length nowhere inside");
    }

    private void cannotTakeRegion(Problems problems, int region, int regions, String what) {
        var manifest = model.manifest();
        problems.add(
                ManifestFile.NAME,
                file.line("regions"),
                "regions names " + regions + ", and the graph fails at number " + region + ", "
                        + manifest.terms().regions().get(region - 1) + ": " + what,
                "Name only the regions that the model was trained with");
    }

    private String graph() {
        return model.manifest().graph().file();
    }
}
