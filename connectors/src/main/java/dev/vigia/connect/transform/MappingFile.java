package dev.vigia.connect.transform;

import dev.vigia.connect.mapping.Mapping;
import dev.vigia.connect.mapping.MappingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.config.ConfigException;

/** Finds the mapping of a transform. */
final class MappingFile {

    private MappingFile() {}

    /** Reads a file of this worker, or what is shipped under a name. */
    static Mapping read(String fileOrName) {
        var file = Path.of(fileOrName);
        try {
            return Mapping.parse(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new ConfigException(TransformConfig.MAPPING, fileOrName, "cannot be read on this worker: " + e + ".");
        } catch (MappingException e) {
            throw new ConfigException(TransformConfig.MAPPING, fileOrName, e.getMessage());
        }
    }
}
