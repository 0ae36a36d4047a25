package dev.vigia.schemas.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;

/** A schema as it is registered: without the properties that only Avro's Java code generator understands. */
public final class SchemaText {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JAVA_STRING = "avro.java.string";

    private SchemaText() {}

    /** The schema with everything it refers to, in one line of JSON. */
    public static String of(Schema schema) {
        try {
            return plain(JSON.readTree(schema.toString())).toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Avro gave JSON that cannot be read: " + schema.getFullName(), e);
        }
    }

    private static JsonNode plain(JsonNode node) {
        if (node instanceof ObjectNode object && object.remove(JAVA_STRING) != null && object.size() == 1) {
            return object.get("type");
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(property -> property.setValue(plain(property.getValue())));
        } else {
            for (int i = 0; i < node.size(); i++) {
                ((ArrayNode) node).set(i, plain(node.get(i)));
            }
        }
        return node;
    }
}
