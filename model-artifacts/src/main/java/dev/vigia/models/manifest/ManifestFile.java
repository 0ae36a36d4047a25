package dev.vigia.models.manifest;

import java.util.Map;
import java.util.Objects;

/**
 * A manifest and where in its file everything stands.
 *
 * @param lines of names such as {@code horizon} and {@code inputs.values.shape}, from 1
 */
public record ManifestFile(ModelManifest manifest, Map<String, Integer> lines) {

    public static final String NAME = "model.yaml";

    public ManifestFile {
        lines = Map.copyOf(lines);
    }

    /** Where a name stands, or where it should: at the top. */
    public int line(String name) {
        return Objects.requireNonNullElse(lines.get(name), 1);
    }

    /** Whether the file says anything under a name. */
    public boolean says(String name) {
        return lines.containsKey(name);
    }
}
