package dev.vigia.models.check;

import dev.vigia.models.ModelRefusedException;
import dev.vigia.models.Problems;
import dev.vigia.models.demand.DemandBatch;
import dev.vigia.models.demand.DemandModel;
import dev.vigia.models.demand.ScoringException;
import dev.vigia.models.demand.UnusableWindowsException;
import dev.vigia.models.folder.FolderReader;
import dev.vigia.models.manifest.ManifestFile;
import dev.vigia.models.onnx.ScoringSettings;
import java.nio.file.Path;
import java.util.Optional;

/** Checks the model of a folder as its author wants it: everything that is wrong, then the golden windows. */
public final class ModelCheck {

    private final Path folder;
    private final Problems problems = new Problems();

    private ModelCheck(Path folder) {
        this.folder = folder;
    }

    /** Checks it on the device of these settings. */
    public static CheckedModel run(Path folder, ScoringSettings settings) {
        return new ModelCheck(folder).run(settings);
    }

    private CheckedModel run(ScoringSettings settings) {
        try (var model = DemandModel.open(folder, settings)) {
            var proof = golden().filter(golden -> problems.isEmpty()).flatMap(golden -> prove(model, golden));
            return new CheckedModel(
                    problems.list(), Optional.of(model.manifest()), Optional.of(model.placement()), proof);
        } catch (ModelRefusedException e) {
            e.problems().forEach(problems::add);
            golden();
            return new CheckedModel(problems.list(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    private Optional<GoldenFile> golden() {
        return manifest().flatMap(manifest -> GoldenFile.read(folder, manifest, problems));
    }

    /** Read once more; what is wrong with it was said already. */
    private Optional<ManifestFile> manifest() {
        return FolderReader.readManifest(folder, new Problems());
    }

    private Optional<CheckedModel.Proof> prove(DemandModel model, GoldenFile golden) {
        try {
            var together = together(model, golden);
            var alone = alone(model, golden);
            var farthest = together.orFarther(alone);
            if (!(farthest.share() <= golden.tolerance())) {
                problems.add(
                        golden.name(),
                        "forecasts are not those that its author saw; the farthest is off by " + farthest
                                + " (tolerance " + golden.tolerance() + ")",
                        "Export the model again and write its golden windows from that file");
            }
            return Optional.of(new CheckedModel.Proof(golden.windows().size(), farthest, golden.tolerance()));
        } catch (ScoringException | UnusableWindowsException e) {
            problems.add(golden.name(), String.valueOf(e.getMessage()), "Mend the windows or the model");
            return Optional.empty();
        }
    }

    private static Deviation together(DemandModel model, GoldenFile golden) {
        try (var batch = new DemandBatch(golden.windows().size())) {
            golden.windows().forEach(window -> window.addTo(batch));
            model.score(batch);
            var farthest = Deviation.NONE;
            for (int i = 0; i < batch.size(); i++) {
                farthest = farthest.orFarther(golden.windows().get(i).deviation(batch, i));
            }
            return farthest;
        }
    }

    private static Deviation alone(DemandModel model, GoldenFile golden) {
        try (var batch = new DemandBatch(1)) {
            var farthest = Deviation.NONE;
            for (var window : golden.windows()) {
                batch.clear();
                window.addTo(batch);
                model.score(batch);
                farthest = farthest.orFarther(window.deviation(batch, 0));
            }
            return farthest;
        }
    }
}
