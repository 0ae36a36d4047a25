package dev.vigia.app.salt;

import dev.vigia.app.program.Failure;
import dev.vigia.app.program.SecretFile;
import dev.vigia.connect.mapping.Salt;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say with what hashes of customers are made; the secret never stands in the command line. */
public final class SaltOptions {

    /** Of a salt that nobody named. */
    private static final String USUAL_ID = "s1";

    @Nullable
    @Option(
            names = "--salt-file",
            paramLabel = "FILE",
            description =
                    "File with what hashes of customers are made with, as ID:SECRET; else the environment's VIGIA_SALT.")
    private Path file;

    /** The salt; none where nobody gave one. */
    public Salt salt() {
        var text = file == null ? System.getenv("VIGIA_SALT") : SecretFile.read(file, "--salt-file");
        if (text == null || text.isEmpty()) {
            return Salt.none();
        }
        int colon = text.indexOf(':');
        try {
            return colon < 0 ? Salt.of(USUAL_ID, text) : Salt.of(text.substring(0, colon), text.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            throw Failure.usage((file == null ? "VIGIA_SALT: " : "--salt-file " + file + ": ") + e.getMessage());
        }
    }
}
