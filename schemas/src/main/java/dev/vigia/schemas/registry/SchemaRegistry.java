package dev.vigia.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * Which id stands for which schema, as a Confluent-compatible registry says. Safe for use by many threads; what was
 * learned once is not asked for again, since an id never changes its meaning.
 */
public final class SchemaRegistry {

    private final RegistryHttp http;
    private final boolean registers;
    private final String query;
    private final ConcurrentMap<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final MissingIds missing;

    public SchemaRegistry(RegistryConfig config) {
        this.http = new RegistryHttp(config);
        this.registers = config.registers();
        this.query = config.getBoolean(RegistryConfig.NORMALIZE) ? "?normalize=true" : "";
        this.missing = new MissingIds(config.missingTtl(), System::nanoTime);
    }

    /** The schema that an id stands for. */
    public Schema schema(int id) {
        var known = schemas.get(id);
        return known == null ? fetch(id) : known;
    }

    /** The id of a schema under a subject: registered if that is allowed, else looked up. Not cached here. */
    int id(String subject, Schema schema) {
        var path = "/subjects/" + escape(subject) + (registers ? "/versions" : "") + query;
        var body = JsonNodeFactory.instance.objectNode().put("schema", SchemaText.of(schema));
        try {
            return required(http.post(path, body), "id").intValue();
        } catch (RegistryException e) {
            throw refused(subject, schema, e);
        }
    }

    private Schema fetch(int id) {
        missing.check(id);
        try {
            var text = required(http.get("/schemas/ids/" + id), "schema").asText();
            var schema = new Schema.Parser().parse(text);
            schemas.put(id, schema);
            return schema;
        } catch (RegistryException e) {
            if (e.isNotFound()) {
                missing.add(id);
            }
            throw e;
        } catch (AvroRuntimeException e) {
            throw new RegistryException(
                    200, "schema " + id + " of the registry is not an Avro schema: " + e.getMessage());
        }
    }

    private RegistryException refused(String subject, Schema schema, RegistryException cause) {
        var remedy = registers
                ? "Check its compatibility and the rights of this client."
                : "Register it first, or set " + RegistryConfig.AUTO_REGISTER + "=true.";
        var message =
                "no id for " + schema.getFullName() + " under subject " + subject + ": " + cause.getMessage() + ". ";
        return new RegistryException(cause.status(), message + remedy);
    }

    private static JsonNode required(JsonNode answer, String field) {
        if (!answer.hasNonNull(field)) {
            throw new RegistryException(
                    200,
                    "the answer holds no \"" + field + "\". Is " + RegistryConfig.URL
                            + " the address of a schema registry?");
        }
        return answer.get(field);
    }

    private static String escape(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
