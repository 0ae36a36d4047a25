package dev.vigia.app.topics;

import static java.util.stream.Collectors.joining;

import dev.vigia.schemas.Topic;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** The records of topics as Markdown: what each is, and its fields with type and meaning. */
final class RecordPages {

    private final Map<String, Schema> records = new LinkedHashMap<>();

    private RecordPages() {}

    /** Each record once, in the order in which the topics name them; those inside others follow these. */
    static String text(List<Topic> topics) {
        var pages = new RecordPages();
        topics.stream()
                .flatMap(topic -> topic.content().types().stream())
                .forEach(type -> pages.collect(SpecificData.get().getSchema(type)));
        return pages.text(pages.records.values());
    }

    private String text(Collection<Schema> schemas) {
        return schemas.stream().map(RecordPages::page).collect(joining("\n"));
    }

    private void collect(Schema schema) {
        if (schema.getType() == Schema.Type.RECORD && records.putIfAbsent(schema.getName(), schema) == null) {
            schema.getFields().stream().flatMap(field -> parts(field.schema())).forEach(this::collect);
        }
    }

    private static String page(Schema schema) {
        var fields = schema.getFields().stream().map(RecordPages::row).collect(joining());
        return "### " + schema.getName() + "\n" + schema.getDoc() + "\n\n| field | type | meaning |\n|---|---|---|\n"
                + fields;
    }

    private static String row(Schema.Field field) {
        return "| `" + field.name() + "` | " + words(field.schema()) + " | " + field.doc() + " |\n";
    }

    private static String words(Schema schema) {
        return switch (schema.getType()) {
            case UNION -> parts(schema).map(RecordPages::words).collect(joining()) + " or null";
            case ARRAY -> "list of " + words(schema.getElementType());
            case MAP -> "map of " + words(schema.getValueType());
            case ENUM -> "`" + String.join("` `", schema.getEnumSymbols()) + "`";
            case RECORD -> schema.getName();
            default -> plain(schema);
        };
    }

    private static String plain(Schema schema) {
        var meaning = schema.getLogicalType();
        if (meaning instanceof LogicalTypes.Decimal decimal) {
            return "decimal(" + decimal.getPrecision() + "," + decimal.getScale() + ")";
        }
        if (meaning instanceof LogicalTypes.TimestampMillis) {
            return "instant";
        }
        return meaning == null ? schema.getName() : meaning.getName();
    }

    /** What a type is made of, without null. */
    private static Stream<Schema> parts(Schema schema) {
        return switch (schema.getType()) {
            case UNION -> schema.getTypes().stream().filter(type -> type.getType() != Schema.Type.NULL);
            case ARRAY -> Stream.of(schema.getElementType());
            default -> Stream.of(schema);
        };
    }
}
