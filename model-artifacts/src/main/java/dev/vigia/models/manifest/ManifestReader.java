package dev.vigia.models.manifest;

import dev.vigia.models.Problems;
import dev.vigia.models.TensorSpec;
import dev.vigia.models.manifest.ModelManifest.DemandTerms;
import dev.vigia.models.manifest.ModelManifest.Graph;
import dev.vigia.models.manifest.ModelManifest.Identity;
import dev.vigia.models.manifest.ModelManifest.Origin;
import dev.vigia.models.manifest.ModelManifest.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code model.yaml}. It judges form alone; whether the promises suit is for others to say. */
public final class ManifestReader {

    /** Of the manifest's own form, not of the model. */
    private static final long FORMAT = 1;

    private static final Set<String> NAMES = Set.of(
            "format",
            "kind",
            "name",
            "version",
            "file",
            "sha256",
            "opset",
            "precision",
            "context",
            "horizon",
            "channels",
            "quantiles",
            "regions",
            "minimumWeeks",
            "inputs",
            "outputs",
            "appliesTo",
            "parameters",
            "trainedOn",
            "accuracy",
            "golden");

    private static final Set<String> TENSOR_NAMES = Set.of("name", "type", "shape");
    private static final String REMEDY = "Write it as docs/models.md shows";

    private ManifestReader() {}

    /** The manifest, with empty values where something is missing; empty where it cannot be read at all. */
    public static Optional<ManifestFile> read(String yaml, Problems problems) {
        var notes = new ManifestNotes(problems);
        return top(yaml, problems).map(node -> {
            var top = Block.of(node, "", notes).knows(NAMES);
            checkFormat(top, problems);
            return new ManifestFile(manifest(top), notes.lines());
        });
    }

    private static Optional<MappingNode> top(String yaml, Problems problems) {
        try {
            var settings = LoadSettings.builder().setLabel(ManifestFile.NAME).build();
            var top = new Compose(settings).composeString(yaml);
            if (top.isPresent() && top.get() instanceof MappingNode mapping) {
                return Optional.of(mapping);
            }
            problems.add(ManifestFile.NAME, 1, top.isEmpty() ? "it is empty" : "it holds no names and values", REMEDY);
        } catch (MarkedYamlEngineException e) {
            problems.add(ManifestFile.NAME, line(e.getProblemMark()), "it is not YAML: " + e.getProblem(), REMEDY);
        } catch (StackOverflowError tooDeep) {
            problems.add(ManifestFile.NAME, 1, "it is nested deeper than can be read", REMEDY);
        } catch (YamlEngineException e) {
            problems.add(ManifestFile.NAME, 1, "it is not YAML: " + e.getMessage(), REMEDY);
        }
        return Optional.empty();
    }

    private static void checkFormat(Block top, Problems problems) {
        long format = top.whole("format");
        if (format != Block.NONE && format != FORMAT) {
            problems.add(
                    ManifestFile.NAME,
                    ManifestNotes.line(top.node()),
                    "format is " + format + ", and this Vigia reads format " + FORMAT,
                    "Write the manifest in format " + FORMAT + ", or use a newer Vigia");
        }
    }

    private static ModelManifest manifest(Block top) {
        return new ModelManifest(
                new Identity(top.text("kind"), top.text("name"), top.text("version")),
                new Graph(top.text("file"), top.text("sha256"), top.count("opset"), top.text("precision")),
                terms(top),
                new Signature(tensors(top, "inputs"), tensors(top, "outputs")),
                origin(top),
                top.text("golden"));
    }

    private static DemandTerms terms(Block top) {
        return new DemandTerms(
                top.count("context"),
                top.count("horizon"),
                top.texts("channels"),
                top.numbers("quantiles"),
                top.texts("regions"),
                top.count("minimumWeeks"));
    }

    private static Origin origin(Block top) {
        return new Origin(
                top.text("appliesTo"),
                top.whole("parameters"),
                top.blocks("trainedOn").stream().map(Block::words).toList(),
                top.blocks("accuracy").stream().map(Block::words).toList());
    }

    private static List<TensorSpec> tensors(Block top, String name) {
        return top.blocks(name).stream()
                .map(block -> block.knows(TENSOR_NAMES))
                .map(block -> new TensorSpec(block.text("name"), block.text("type"), shape(block)))
                .toList();
    }

    /** Where a length is neither N nor a number, 0 stands for it. */
    private static List<Long> shape(Block block) {
        var shape = new ArrayList<Long>();
        for (var word : block.texts("shape")) {
            if (word.matches("\\d{1,9}")) {
                shape.add(Long.valueOf(word));
            } else if (word.equals("N")) {
                shape.add(TensorSpec.BATCH);
            } else {
                Node node = block.node();
                shape.add(block.notes().wrong("shape", node, "\"" + word + "\" is neither N nor a length", 0L));
            }
        }
        return shape;
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(Mark::getLine).orElse(0) + 1;
    }
}
