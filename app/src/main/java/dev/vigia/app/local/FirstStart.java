package dev.vigia.app.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;

/**
 * Whether a server has ever come up on its folder. What one left that was killed before holds nothing yet, and may hold
 * it badly: it is deleted, and the next start is the first again.
 */
record FirstStart(Path folder) {

    /** Where the server keeps its data, made where it is missing. */
    Path data() {
        try {
            var data = folder.resolve("data");
            if (Files.notExists(mark())) {
                FileUtils.deleteDirectory(data.toFile());
            }
            return Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make ready " + folder, e);
        }
    }

    void succeeded() {
        try {
            Files.writeString(mark(), "");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    private Path mark() {
        return folder.resolve("made");
    }
}
