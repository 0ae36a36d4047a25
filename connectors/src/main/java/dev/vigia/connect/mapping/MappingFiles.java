package dev.vigia.connect.mapping;

import dev.vigia.connect.expression.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds mapping files: those that are shipped by their names, others by their paths. */
public final class MappingFiles {

    private static final List<String> SHIPPED = List.of("erp", "wms", "plant", "odoo", "sap-sd", "sales-csv");

    private MappingFiles() {}

    /** The names of the mappings that are shipped. */
    public static List<String> shipped() {
        return SHIPPED;
    }

    /**
     * The mapping of a shipped name, or in a file.
     *
     * @throws MappingException with all that is wrong with it
     * @throws IllegalArgumentException where there is neither
     */
    public static Mapping read(String nameOrPath) {
        var file = Path.of(nameOrPath);
        if (SHIPPED.contains(nameOrPath)) {
            return Mapping.parse(nameOrPath + ".yaml", text(nameOrPath));
        }
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no mapping \"" + nameOrPath
                    + "\": neither a file of this path nor one that is shipped. " + Names.hint(nameOrPath, SHIPPED)
                    + " Nothing was written.");
        }
        return Mapping.parse(String.valueOf(file.getFileName()), text(file));
    }

    /** The text of a shipped mapping, comments and all. */
    public static String text(String shipped) {
        try (var in = MappingFiles.class.getResourceAsStream("/mappings/" + shipped + ".yaml")) {
            if (in == null) {
                throw new IllegalArgumentException("no mapping \"" + shipped + "\" is shipped");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the shipped mapping " + shipped, e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            var problem = new Problem(file.toString(), 1, "file", "it is not UTF-8: save it as UTF-8");
            throw new MappingException(List.of(problem));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the mapping " + file, e);
        }
    }
}
