package dev.vigia.models.check;

import dev.vigia.models.Problem;
import dev.vigia.models.manifest.ModelManifest;
import dev.vigia.models.onnx.Placement;
import java.util.List;
import java.util.Optional;

/**
 * What a check found.
 *
 * @param manifest empty where the model was refused
 * @param placement where it was scored
 * @param proof empty where the golden windows could not be scored
 */
public record CheckedModel(
        List<Problem> problems,
        Optional<ModelManifest> manifest,
        Optional<Placement> placement,
        Optional<Proof> proof) {

    /** Golden windows that were scored, and the farthest of all their values from what was expected. */
    public record Proof(int windows, Deviation farthest, double tolerance) {}

    public boolean isGood() {
        return problems.isEmpty() && proof.isPresent();
    }
}
