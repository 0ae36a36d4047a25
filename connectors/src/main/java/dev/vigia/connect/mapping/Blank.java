package dev.vigia.connect.mapping;

import java.lang.reflect.Constructor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** Makes records of one type, with what they have where nothing is said. */
final class Blank {

    private final Constructor<? extends SpecificRecord> constructor;
    private final List<FieldType> fallbacks;

    /** Records of a form, without those fields that will be filled anyhow. */
    Blank(Form form, List<Cell> cells) {
        try {
            this.constructor = form.type().getDeclaredConstructor();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(form.type() + " cannot be made", e);
        }
        Set<String> filled = new HashSet<>(form.keyFields());
        cells.forEach(cell -> filled.add(cell.type().name()));
        this.fallbacks = form.fields().values().stream()
                .filter(field -> !filled.contains(field.name()) && field.fallback() != null)
                .toList();
    }

    SpecificRecord make() {
        try {
            var record = constructor.newInstance();
            for (var field : fallbacks) {
                record.put(field.position(), field.fallback());
            }
            return record;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constructor + " failed", e);
        }
    }
}
