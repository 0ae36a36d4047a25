package dev.vigia.app.capture;

import dev.vigia.app.program.Failure;
import dev.vigia.app.salt.SaltOptions;
import dev.vigia.connect.capture.MappingPlan;
import dev.vigia.connect.mapping.MappingException;
import dev.vigia.connect.mapping.MappingFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that say how rows become records. */
public final class PlanOptions {

    @Nullable
    @Option(
            names = "--mapping",
            paramLabel = "MAPPING",
            description = "A mapping file, or the name of one that is shipped, such as odoo.")
    private String mapping;

    @Mixin
    private SaltOptions salt = new SaltOptions();

    public MappingPlan plan() {
        if (mapping == null) {
            throw Failure.usage("--mapping is missing: a mapping file, or the name of one that is shipped: "
                    + String.join(", ", MappingFiles.shipped()) + ". Nothing was written.");
        }
        try {
            return new MappingPlan(MappingFiles.read(mapping), salt.salt());
        } catch (MappingException e) {
            throw Failure.usage(e.getMessage() + "\nNothing was written.");
        } catch (IllegalArgumentException e) {
            throw Failure.usage("--mapping: " + e.getMessage());
        }
    }
}
