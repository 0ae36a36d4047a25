package dev.vigia.app.csv;

import dev.vigia.app.program.Failure;
import dev.vigia.app.salt.SaltOptions;
import dev.vigia.connect.csv.CsvMapping;
import dev.vigia.connect.mapping.MappingException;
import dev.vigia.connect.mapping.MappingFiles;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that say by which mapping files are read. */
public final class CsvMappingFile {

    @Option(
            names = "--mapping",
            required = true,
            paramLabel = "MAPPING",
            description = "A mapping file, or the name of one that is shipped, such as sales-csv.")
    private String mapping = "";

    @Mixin
    private SaltOptions salt = new SaltOptions();

    /** The mapping, as far as files are concerned. */
    public CsvMapping read() {
        try {
            return CsvMapping.of(MappingFiles.read(mapping), salt.salt());
        } catch (MappingException e) {
            throw Failure.usage(e.getMessage() + "\nNothing was written.");
        } catch (IllegalArgumentException e) {
            throw Failure.usage("--mapping: " + e.getMessage());
        }
    }
}
