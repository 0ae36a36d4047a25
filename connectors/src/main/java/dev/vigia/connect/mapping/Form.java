package dev.vigia.connect.mapping;

import dev.vigia.connect.expression.Names;
import dev.vigia.connect.expression.WrongExpressionException;
import dev.vigia.schema.ContractRecord;
import dev.vigia.schemas.Role;
import dev.vigia.schemas.Topic;
import dev.vigia.schemas.Topics;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * What a mapping can fill: a type of canonical records, its fields, and those of them that its key fills.
 *
 * @param keyFields in the order of the topic's key
 */
record Form(
        Class<? extends SpecificRecord> type, Schema schema, Map<String, FieldType> fields, List<String> keyFields) {

    /** Filled in by itself: the name of the source system. */
    static final String SOURCE = "source";

    private static final Set<String> NOT_MAPPED = Set.of("dead.letter.v1", "quality.issue.v1", "capture.progress.v1");

    /** The topics that mappings write. */
    static List<Topic> topics() {
        return Topics.all().stream()
                .filter(topic -> topic.traffic().writers().contains(Role.CAPTURE))
                .filter(topic -> !NOT_MAPPED.contains(topic.name()))
                .toList();
    }

    static Topic topic(String name) {
        return topics().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new WrongExpressionException("there is no topic \"" + name + "\" to map to. "
                        + Names.hint(name, topics().stream().map(Topic::name).toList())));
    }

    /** The form of a topic's records. */
    static Form of(Topic topic) {
        ContractRecord.ensureTrusted();
        var type = topic.content().types().get(0);
        var schema = SpecificData.get().getSchema(type);
        var fields = fields(schema, SpecificData.getForClass(type));
        return new Form(type, schema, fields, keyFields(topic, fields.keySet()));
    }

    /** The form of the records in a list. */
    static Form of(FieldType list) {
        var schema = list.schema().getElementType();
        Class<?> generated = SpecificData.get().getClass(schema);
        var type = generated.asSubclass(SpecificRecord.class);
        return new Form(type, schema, fields(schema, SpecificData.getForClass(type)), List.of());
    }

    private static Map<String, FieldType> fields(Schema schema, SpecificData model) {
        var fields = new LinkedHashMap<String, FieldType>();
        schema.getFields().forEach(field -> fields.put(field.name(), FieldType.of(field, model)));
        return fields;
    }

    /** A part of the key fills the field of its name, or that with Id at its end: order fills orderId. */
    private static List<String> keyFields(Topic topic, Set<String> fields) {
        return Arrays.stream(topic.content().key().form().split("\\|"))
                .map(part -> fields.contains(part) ? part : part + "Id")
                .toList();
    }

    /** The fields that a mapping names. */
    List<String> mappable() {
        return fields.keySet().stream()
                .filter(name -> !keyFields.contains(name) && !name.equals(SOURCE))
                .toList();
    }

    FieldType field(String name) {
        var field = fields.get(name);
        if (keyFields.contains(name)) {
            throw new WrongExpressionException("it is filled by key: leave it out");
        }
        if (name.equals(SOURCE)) {
            throw new WrongExpressionException("it is filled by itself: leave it out");
        }
        if (field == null) {
            throw new WrongExpressionException(
                    schema.getName() + " has no field \"" + name + "\". " + Names.hint(name, mappable()));
        }
        return field;
    }
}
