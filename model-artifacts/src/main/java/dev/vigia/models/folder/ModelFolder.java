package dev.vigia.models.folder;

import dev.vigia.models.manifest.ManifestFile;
import dev.vigia.models.manifest.ModelManifest;
import dev.vigia.models.onnx.OnnxFile;
import java.nio.file.Path;

/** A folder with one model, as it was read. */
public final class ModelFolder {

    private final Path path;
    private final ManifestFile file;
    private final byte[] graph;
    private final OnnxFile onnx;

    ModelFolder(Path path, ManifestFile file, byte[] graph, OnnxFile onnx) {
        this.path = path;
        this.file = file;
        this.graph = graph;
        this.onnx = onnx;
    }

    public Path path() {
        return path;
    }

    public ManifestFile file() {
        return file;
    }

    public ModelManifest manifest() {
        return file.manifest();
    }

    /** What the ONNX file says of itself. */
    public OnnxFile onnx() {
        return onnx;
    }

    /** All of the ONNX file, not copied: what runs is what was hashed. */
    public byte[] graph() {
        return graph;
    }
}
