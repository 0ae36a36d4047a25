package dev.vigia.schemas;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vigia.schemas.registry.SchemaText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** The schemas that consumers rely on, one file per record beside the module's sources, and those of today. */
final class ReleasedSchemas {

    private static final Path FOLDER = Path.of(System.getProperty("basedir", "."), "released");
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReleasedSchemas() {}

    /** The records of the catalogue as the code has them, by full name. */
    static Map<String, Schema> current() {
        Map<String, Schema> schemas = new TreeMap<>();
        Topics.all().stream()
                .flatMap(topic -> topic.content().types().stream())
                .map(type -> new Schema.Parser()
                        .parse(SchemaText.of(SpecificData.get().getSchema(type))))
                .forEach(schema -> schemas.put(schema.getFullName(), schema));
        return schemas;
    }

    /** The records as they were last released, by full name. */
    static Map<String, Schema> released() throws IOException {
        Map<String, Schema> schemas = new TreeMap<>();
        try (var files = Files.newDirectoryStream(FOLDER, "*.avsc")) {
            for (var file : files) {
                var schema = new Schema.Parser().parse(Files.readString(file));
                schemas.put(schema.getFullName(), schema);
            }
        }
        return schemas;
    }

    /** Makes the current records the released ones. Those that are gone from the code stay. */
    static void release() {
        current().values().forEach(ReleasedSchemas::write);
    }

    private static void write(Schema schema) {
        try {
            var json = JSON.readTree(SchemaText.of(schema));
            var text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
            Files.writeString(FOLDER.resolve(schema.getName() + ".avsc"), text + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
