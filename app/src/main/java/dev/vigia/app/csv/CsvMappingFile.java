package dev.vigia.app.csv;

import dev.vigia.app.program.Failure;
import dev.vigia.connect.csv.CsvMapping;
import dev.vigia.connect.mapping.MappingException;
import dev.vigia.connect.mapping.MappingFiles;
import dev.vigia.connect.mapping.Salt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say by which mapping files are read. */
public final class CsvMappingFile {

    @Option(
            names = "--mapping",
            required = true,
            paramLabel = "MAPPING",
            description = "A mapping file, or the name of one that is shipped, such as sales-csv.")
    private String mapping = "";

    @Nullable
    @Option(
            names = "--salt",
            paramLabel = "ID:SECRET",
            defaultValue = "${env:VIGIA_SALT}",
            description = "What hashes of customers are made with; else VIGIA_SALT, where nobody sees it.")
    private String salt;

    /** The mapping, as far as files are concerned. */
    public CsvMapping read() {
        try {
            return CsvMapping.of(MappingFiles.read(mapping), salt());
        } catch (MappingException e) {
            throw Failure.usage(e.getMessage() + "\nNothing was written.");
        } catch (IllegalArgumentException e) {
            throw Failure.usage("--mapping or --salt: " + e.getMessage());
        }
    }

    private Salt salt() {
        if (salt == null || salt.isEmpty()) {
            return Salt.none();
        }
        int colon = salt.indexOf(':');
        return colon < 0 ? Salt.of("s1", salt) : Salt.of(salt.substring(0, colon), salt.substring(colon + 1));
    }
}
