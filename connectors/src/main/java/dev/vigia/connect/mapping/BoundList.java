package dev.vigia.connect.mapping;

import dev.vigia.connect.expression.Scene;
import dev.vigia.connect.expression.Source;
import dev.vigia.connect.row.Row;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * A list of records that a lookup fills, a record a row found.
 *
 * @param place of the lookup's rows in the scene
 */
record BoundList(FieldType field, String lookup, int place, Source source, Blank blank, List<Cell> cells) {

    void fill(SpecificRecord record, Scene scene, Found found) {
        var records = new ArrayList<SpecificRecord>();
        for (var row : found.by(lookup)) {
            records.add(element(scene.copy(), row));
        }
        record.put(field.position(), records);
    }

    private SpecificRecord element(Scene scene, Row row) {
        scene.with(place, source, row);
        var element = blank.make();
        for (var cell : cells) {
            cell.fill(element, scene);
        }
        return element;
    }
}
