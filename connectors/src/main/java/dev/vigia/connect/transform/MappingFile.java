package dev.vigia.connect.transform;

import dev.vigia.connect.mapping.Mapping;
import dev.vigia.connect.mapping.MappingException;
import dev.vigia.connect.mapping.MappingFiles;
import java.io.UncheckedIOException;
import org.apache.kafka.common.config.ConfigException;

/** Finds the mapping of a transform. */
final class MappingFile {

    private MappingFile() {}

    /** Reads a file of this worker, or what is shipped under a name. */
    static Mapping read(String fileOrName) {
        try {
            return MappingFiles.read(fileOrName);
        } catch (MappingException | IllegalArgumentException | UncheckedIOException e) {
            throw new ConfigException(TransformConfig.MAPPING, fileOrName, e.getMessage());
        }
    }
}
