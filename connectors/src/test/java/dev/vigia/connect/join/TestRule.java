package dev.vigia.connect.join;

import dev.vigia.connect.mapping.Found;
import dev.vigia.connect.mapping.Keyed;
import dev.vigia.connect.mapping.Lookup;
import dev.vigia.connect.mapping.Made;
import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.TableId;
import dev.vigia.schema.PlaceRegion;
import dev.vigia.schemas.Topic;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.avro.specific.SpecificRecord;

/** A rule made by hand, whose key is one column. */
record TestRule(
        String name, Topic topic, TableId from, List<Lookup> lookups, String key, BiFunction<Row, Found, Made> make)
        implements Rule {

    @Override
    public Class<? extends SpecificRecord> type() {
        return PlaceRegion.class;
    }

    @Override
    public Keyed key(Row row) {
        return new Keyed.Key(String.valueOf(row.get(key)));
    }

    @Override
    public Set<String> keyColumns() {
        return Set.of(key);
    }

    @Override
    public Made make(Row row, Found found) {
        return make.apply(row, found);
    }

    static Made mapped(Object key, Object text) {
        return new Made.Mapped(
                String.valueOf(key),
                PlaceRegion.newBuilder()
                        .setPlace(String.valueOf(key))
                        .setRegion(String.valueOf(text))
                        .build());
    }
}
