package dev.vigia.schemas;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** Whether a schema still reads what an earlier one wrote, and reads it rightly. */
final class Compatibility {

    private Compatibility() {}

    /** What breaks, each with its place and why; nothing where the current schema keeps what the released one promised. */
    static List<String> breaks(Schema current, Schema released) {
        var breaks = new ArrayList<String>();
        var result = SchemaCompatibility.checkReaderWriterCompatibility(current, released);
        if (result.getType() != SchemaCompatibilityType.COMPATIBLE) {
            result.getResult()
                    .getIncompatibilities()
                    .forEach(it -> breaks.add(it.getType() + " at " + it.getLocation() + ": " + it.getMessage()));
        }
        breaks.addAll(SilentChanges.between(current, released));
        return breaks;
    }

    /** Whether Avro reads what was written with one schema as the other. */
    static boolean reads(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                        .getType()
                == SchemaCompatibilityType.COMPATIBLE;
    }
}
