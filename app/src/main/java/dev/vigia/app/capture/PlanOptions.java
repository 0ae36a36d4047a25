package dev.vigia.app.capture;

import dev.vigia.app.program.Failure;
import dev.vigia.connect.capture.MappingPlan;
import dev.vigia.connect.mapping.MappingException;
import dev.vigia.connect.mapping.MappingFiles;
import dev.vigia.connect.mapping.Salt;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say how rows become records. */
public final class PlanOptions {

    /** Of a salt that nobody named. */
    private static final String USUAL_SALT = "s1";

    @Nullable
    @Option(
            names = "--mapping",
            paramLabel = "MAPPING",
            description = "A mapping file, or the name of one that is shipped, such as odoo.")
    private String mapping;

    @Nullable
    @Option(
            names = "--salt-file",
            paramLabel = "FILE",
            description =
                    "File with what hashes of customers are made with, as ID:SECRET; else the environment's VIGIA_SALT.")
    private Path saltFile;

    public MappingPlan plan() {
        if (mapping == null) {
            throw Failure.usage("--mapping is missing: a mapping file, or the name of one that is shipped: "
                    + String.join(", ", MappingFiles.shipped()) + ". Nothing was written.");
        }
        try {
            return new MappingPlan(MappingFiles.read(mapping), salt());
        } catch (MappingException e) {
            throw Failure.usage(e.getMessage() + "\nNothing was written.");
        } catch (IllegalArgumentException e) {
            throw Failure.usage("--mapping or the salt: " + e.getMessage());
        }
    }

    private Salt salt() {
        var text = saltFile == null ? System.getenv("VIGIA_SALT") : DatabaseOptions.Secret.in(saltFile, "--salt-file");
        if (text == null || text.isEmpty()) {
            return Salt.none();
        }
        int colon = text.indexOf(':');
        return colon < 0 ? Salt.of(USUAL_SALT, text) : Salt.of(text.substring(0, colon), text.substring(colon + 1));
    }
}
