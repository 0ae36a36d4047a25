package dev.vigia.schemas.registry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * Which id stands for which schema, as a Confluent-compatible registry says. Safe for use by many threads; what was
 * learned once is not asked for again, since an id never changes its meaning.
 */
public final class SchemaRegistry {

    private static final int SCHEMA_NOT_FOUND = 40403;
    private static final int READ_ONLY = 42205;

    /** Subject, version or schema not found: Confluent's codes. */
    private static final Set<Integer> NOT_REGISTERED = Set.of(40401, 40402, SCHEMA_NOT_FOUND);

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
        var answer = http.post(path, body);
        if (isAboutTheSchema(answer)) {
            throw refused(subject, schema, answer);
        }
        return answer.number("id");
    }

    private Schema fetch(int id) {
        missing.check(id);
        var answer = http.get("/schemas/ids/" + id);
        if (answer.status() == 404 && answer.errorCode() == SCHEMA_NOT_FOUND) {
            missing.add(id);
            throw new SchemaRefusedException(404, answer.toString());
        }
        var schema = parse(id, answer.text("schema"));
        schemas.put(id, schema);
        return schema;
    }

    private static Schema parse(int id, String text) {
        try {
            return new Schema.Parser().parse(text);
        } catch (AvroRuntimeException e) {
            throw new SchemaRefusedException(
                    200, "schema " + id + " of the registry is not an Avro schema: " + e.getMessage());
        }
    }

    /** Anything else that is not a success (no rights, a proxy's page, a read-only registry) is about the set-up. */
    private boolean isAboutTheSchema(RegistryAnswer answer) {
        return switch (answer.status()) {
            case 404 -> !registers && NOT_REGISTERED.contains(answer.errorCode());
            case 409, 422 -> registers && answer.errorCode() != 0 && answer.errorCode() != READ_ONLY;
            default -> false;
        };
    }

    private SchemaRefusedException refused(String subject, Schema schema, RegistryAnswer answer) {
        var remedy = registers
                ? "Check its compatibility with what is registered."
                : "Register it first, or set " + RegistryConfig.AUTO_REGISTER + "=true.";
        return new SchemaRefusedException(
                answer.status(),
                "no id for " + schema.getFullName() + " under subject " + subject + ": " + answer + ". " + remedy);
    }

    private static String escape(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
