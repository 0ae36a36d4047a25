package dev.vigia.app.models;

import dev.vigia.app.program.Failure;
import dev.vigia.app.program.Installation;
import dev.vigia.models.folder.InstalledModels;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The folder that a person means by a path, by {@code kind/version} of the installation, or by saying nothing. */
final class GivenFolder {

    private static final String USUAL_KIND = "demand";

    private GivenFolder() {}

    /** The folder of one model. */
    static Path of(@Nullable Path given) {
        return given == null ? usual() : existing(given);
    }

    /** A folder that is there: as it was given, else in the installation. */
    static Path existing(Path given) {
        if (Files.isDirectory(given)) {
            return given;
        }
        var installed = Installation.current().models().resolve(given);
        if (Files.isDirectory(installed)) {
            return installed;
        }
        throw Failure.usage("There is no folder " + given.toAbsolutePath() + " and no " + installed
                + ". Give the folder that holds model.yaml; vigia models list shows those that are installed.");
    }

    private static Path usual() {
        var models = Installation.current().models();
        return new InstalledModels(models)
                .newest(USUAL_KIND)
                .orElseThrow(() -> Failure.usage("There is no " + USUAL_KIND + " model in " + models
                        + ". Give the folder that holds model.yaml."));
    }
}
