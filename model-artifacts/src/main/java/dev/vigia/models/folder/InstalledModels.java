package dev.vigia.models.folder;

import dev.vigia.models.manifest.ManifestFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of models, {@code <kind>/<version>/} each. */
public record InstalledModels(Path root) {

    private static final int KIND_AND_VERSION = 2;

    /** The folders of models in it, in order of their names; it may itself be one, or the folder of a kind. */
    public List<Path> folders() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.find(
                root,
                KIND_AND_VERSION + 1,
                (path, attributes) -> path.getFileName().toString().equals(ManifestFile.NAME))) {
            return all.map(Path::getParent).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the models in " + root + " cannot be listed", e);
        }
    }

    /** The newest folder of a kind, in full precision where there is one. */
    public Optional<Path> newest(String kind) {
        return new InstalledModels(root.resolve(kind))
                .folders().stream().min((one, other) -> Versions.NEWEST_FIRST.compare(name(one), name(other)));
    }

    private static String name(Path folder) {
        return folder.getFileName().toString();
    }
}
