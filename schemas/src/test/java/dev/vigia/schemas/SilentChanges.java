package dev.vigia.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.LogicalTypes.Decimal;
import org.apache.avro.Schema;

/**
 * What Avro lets pass although values would be lost or turn into others. A released schema and the current one are
 * walked side by side, through records, lists, maps and every branch of a union.
 */
final class SilentChanges {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> found = new ArrayList<>();
    private final Deque<String> recordsAround = new ArrayDeque<>();

    private SilentChanges() {}

    static List<String> between(Schema current, Schema released) {
        var changes = new SilentChanges();
        changes.compare(released.getName(), current, released);
        return changes.found;
    }

    /** Where nothing of now stands for what was, Avro itself has said so. */
    private void compare(String place, Schema current, Schema released) {
        for (var was : branches(released)) {
            counterpart(current, was).ifPresent(is -> compareBranch(place, is, was));
        }
    }

    private void compareBranch(String place, Schema is, Schema was) {
        compareMeaning(place, is, was);
        if (is.getType() == was.getType()) {
            switch (was.getType()) {
                case RECORD -> compareRecords(place, is, was);
                case ENUM -> compareEnums(place, is, was);
                case ARRAY -> compare(place + "[]", is.getElementType(), was.getElementType());
                case MAP -> compare(place + "{}", is.getValueType(), was.getValueType());
                default -> {}
            }
        }
    }

    private void compareMeaning(String place, Schema is, Schema was) {
        if (!Objects.equals(meaning(is), meaning(was))) {
            found.add("MEANING at " + place + ": was " + was + ", is " + is + "; every value would mean another");
        } else if (precision(is) < precision(was)) {
            found.add("PRECISION_NARROWED at " + place + ": was " + precision(was) + " digits, is " + precision(is)
                    + "; longer values that were written would no longer be valid");
        }
    }

    private void compareRecords(String place, Schema is, Schema was) {
        if (recordsAround.contains(was.getFullName())) {
            return; // It holds itself, and is being compared.
        }
        recordsAround.push(was.getFullName());
        for (var field : was.getFields()) {
            compareField(place + "." + field.name(), is, was, field.name());
        }
        recordsAround.pop();
    }

    private void compareField(String place, Schema is, Schema was, String name) {
        if (is.getField(name) == null) {
            found.add("FIELD_REMOVED at " + place + ": removed or renamed; who reads the one would take its default for"
                    + " what was written as the other");
            return;
        }
        compareDefaults(place, defaultOf(is, name), defaultOf(was, name));
        compare(place, is.getField(name).schema(), was.getField(name).schema());
    }

    private void compareEnums(String place, Schema is, Schema was) {
        var gone = new ArrayList<>(was.getEnumSymbols());
        gone.removeAll(is.getEnumSymbols());
        if (!gone.isEmpty()) {
            found.add(
                    "SYMBOL_REMOVED at " + place + ": " + gone + "; what was written so would be read as the default");
        }
        compareDefaults(place, json(is).path("default"), json(was).path("default"));
    }

    /** A default may be added where there was none: nobody relied on it. */
    private void compareDefaults(String place, JsonNode is, JsonNode was) {
        if (!was.isMissingNode() && !was.equals(is)) {
            found.add("DEFAULT_CHANGED at " + place + ": was " + was + ", is " + (is.isMissingNode() ? "none" : is)
                    + "; what lacks a value would be read as another, or not at all");
        }
    }

    private static JsonNode defaultOf(Schema record, String field) {
        int position = record.getField(field).pos();
        return json(record).path("fields").path(position).path("default");
    }

    private static JsonNode json(Schema schema) {
        try {
            return JSON.readTree(schema.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The branch that Avro would read it as: of the same type and name, else one that takes it in. */
    private static Optional<Schema> counterpart(Schema current, Schema was) {
        return branches(current).stream()
                .filter(is -> is.getType() == was.getType() && Objects.equals(is.getName(), was.getName()))
                .findFirst()
                .or(() -> branches(current).stream()
                        .filter(is -> Compatibility.reads(is, was))
                        .findFirst());
    }

    private static List<Schema> branches(Schema schema) {
        return schema.isUnion() ? schema.getTypes() : List.of(schema);
    }

    private static String meaning(Schema schema) {
        var scale = schema.getLogicalType() instanceof Decimal decimal ? " with scale " + decimal.getScale() : "";
        return schema.getProp("logicalType") + scale;
    }

    private static int precision(Schema schema) {
        return schema.getLogicalType() instanceof Decimal decimal ? decimal.getPrecision() : 0;
    }
}
