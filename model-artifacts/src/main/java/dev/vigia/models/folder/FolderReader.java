package dev.vigia.models.folder;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vigia.models.Problems;
import dev.vigia.models.manifest.ManifestFile;
import dev.vigia.models.manifest.ManifestReader;
import dev.vigia.models.manifest.ModelManifest.Graph;
import dev.vigia.models.onnx.NotOnnxException;
import dev.vigia.models.onnx.OnnxFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Reads a model's folder: its manifest, and its graph if that is the one the manifest was written for. */
public final class FolderReader {

    private final Path folder;
    private final Problems problems;

    private FolderReader(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** The folder; empty where manifest or graph cannot be read, which is then among the problems. */
    public static Optional<ModelFolder> read(Path folder, Problems problems) {
        var reader = new FolderReader(folder, problems);
        return reader.manifest().flatMap(reader::withGraph);
    }

    /** The manifest alone. */
    public static Optional<ManifestFile> readManifest(Path folder, Problems problems) {
        return new FolderReader(folder, problems).manifest();
    }

    private Optional<ManifestFile> manifest() {
        return bytes(ManifestFile.NAME, 0).flatMap(bytes -> text(bytes).flatMap(t -> ManifestReader.read(t, problems)));
    }

    private Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            problems.add(ManifestFile.NAME, 1, "it is not text in UTF-8", "Write it as docs/models.md shows");
            return Optional.empty();
        }
    }

    private Optional<ModelFolder> withGraph(ManifestFile file) {
        var graph = file.manifest().graph();
        if (graph.file().isEmpty()) {
            return Optional.empty();
        }
        return bytes(graph.file(), file.line("file")).flatMap(bytes -> {
            checkHash(bytes, file);
            return onnx(bytes, graph).map(onnx -> new ModelFolder(folder, file, bytes, onnx));
        });
    }

    private Optional<byte[]> bytes(String name, int line) {
        if (name.contains("/") || name.contains("\\") || name.contains("\0")) {
            problems.add(
                    ManifestFile.NAME,
                    line,
                    "file is \"" + name + "\", and the graph must lie beside the manifest",
                    "Put it there and write its name without folders");
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(folder.resolve(name)));
        } catch (NoSuchFileException e) {
            problems.add(name, "there is no such file in " + folder, "Put it there, or name the right folder");
        } catch (IOException e) {
            problems.add(name, "it cannot be read in " + folder + ": " + e, "See to its rights, or copy it again");
        }
        return Optional.empty();
    }

    private void checkHash(byte[] bytes, ManifestFile file) {
        var said = file.manifest().graph().sha256().toLowerCase(Locale.ROOT);
        var is = sha256(bytes);
        if (!said.isEmpty() && !said.equals(is)) {
            problems.add(
                    ManifestFile.NAME,
                    file.line("sha256"),
                    "sha256 is " + said + ", and that of "
                            + file.manifest().graph().file() + " is " + is
                            + ": it is not the file that this manifest was written for",
                    "Copy the right file, or, if this is the one that you made, write its hash here");
        }
    }

    private Optional<OnnxFile> onnx(byte[] bytes, Graph graph) {
        try {
            var onnx = OnnxFile.read(bytes);
            onnx.weights()
                    .forEach(weight -> problems.add(
                            graph.file(),
                            "the weight " + weight + ", so nothing that it says can be trusted",
                            "Export the model again, all of it in one file, from weights that are finite"));
            return Optional.of(onnx);
        } catch (NotOnnxException e) {
            problems.add(
                    graph.file(),
                    "it is no ONNX model, or only the beginning of one: of its " + bytes.length + " bytes, "
                            + e.getMessage(),
                    "Copy or export it again, whole");
            return Optional.empty();
        }
    }

    /** The hash of a file, in hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
