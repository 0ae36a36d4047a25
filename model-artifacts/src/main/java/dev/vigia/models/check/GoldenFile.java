package dev.vigia.models.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vigia.models.Problems;
import dev.vigia.models.manifest.ManifestFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The windows that prove that a model computes here what it computed where it was made.
 *
 * @param tolerance the greatest deviation that is taken for the same
 */
record GoldenFile(String name, double tolerance, List<GoldenWindow> windows) {

    private static final String REMEDY = "Write it as docs/models.md shows";

    /** Above these, windows prove nothing. */
    private static final Map<String, Double> GREATEST_TOLERANCES = Map.of("fp32", 1e-3, "fp16", 5e-2);

    /** Reads the file that the manifest names; empty where it cannot be read. */
    static Optional<GoldenFile> read(Path folder, ManifestFile manifest, Problems problems) {
        var name = manifest.manifest().golden();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (name.contains("/") || name.contains("\\") || name.contains("\0")) {
            var what = "golden is \"" + name + "\", and the windows must lie beside the manifest";
            problems.add(ManifestFile.NAME, manifest.line("golden"), what, "Put them there and write the name alone");
            return Optional.empty();
        }
        try {
            var json = new ObjectMapper().readTree(Files.readString(folder.resolve(name)));
            return Optional.of(of(json, manifest, problems));
        } catch (JsonProcessingException e) {
            problems.add(name, line(e), "it is not JSON: " + e.getOriginalMessage(), REMEDY);
        } catch (IOException e) {
            problems.add(
                    name,
                    "it cannot be read in " + folder
                            + ", so nothing proves that the model computes here what its author" + " saw: " + e,
                    "Put it there");
        }
        return Optional.empty();
    }

    /** Where it is known. */
    private static int line(JsonProcessingException e) {
        return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    }

    private static GoldenFile of(JsonNode json, ManifestFile manifest, Problems problems) {
        var name = manifest.manifest().golden();
        var windows = new ArrayList<GoldenWindow>();
        for (var window : json.path("windows")) {
            windows.add(window(window, windows.size() + 1, manifest, problems));
        }
        if (windows.isEmpty()) {
            problems.add(name, "it has no windows, so it proves nothing", REMEDY);
        }
        return new GoldenFile(name, tolerance(json, manifest, problems), windows);
    }

    private static GoldenWindow window(JsonNode json, int number, ManifestFile manifest, Problems problems) {
        var name = manifest.manifest().golden();
        int regions = manifest.manifest().terms().regions().size();
        long region = json.path("region").asLong(-1);
        if (region < 0 || region > regions) {
            problems.add(
                    name,
                    "its window " + number + " is of region " + json.path("region") + ", and the manifest knows 0 to "
                            + regions,
                    "Write the region's id, or name it in the manifest");
        }
        return new GoldenWindow(number, region, new GoldenFields(json, name, number, problems));
    }

    private static double tolerance(JsonNode json, ManifestFile manifest, Problems problems) {
        var precision = manifest.manifest().graph().precision();
        double greatest = Objects.requireNonNullElse(GREATEST_TOLERANCES.get(precision), 1e-3);
        double tolerance = json.path("tolerance").asDouble(-1);
        if (!(tolerance > 0 && tolerance <= greatest)) {
            problems.add(
                    manifest.manifest().golden(),
                    "its tolerance is " + json.path("tolerance") + ", and for " + precision
                            + " windows prove something up to " + greatest,
                    "Write a smaller one, or find out why the model needs more");
        }
        return tolerance;
    }
}
