package dev.vigia.connect.mapping;

import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.TableId;
import dev.vigia.schemas.Topic;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** One entry of a mapping's {@code records}, bound to the shapes of its tables: rows of one table become one type. */
public interface Rule {

    /** Unique within the mapping: its topic, and where several rules write that, its place among them. */
    String name();

    /** The catalogue's topic, without prefix. */
    Topic topic();

    Class<? extends SpecificRecord> type();

    /** The table whose rows it maps. */
    TableId from();

    /** Where else it looks, in the order in which the hops are made; empty for a rule that works row by row. */
    List<Lookup> lookups();

    /** The key of a row; needs only the columns in {@link #keyColumns()}. */
    Keyed key(Row row);

    /** The columns of {@link #from()} that make the key. */
    Set<String> keyColumns();

    /** All columns of {@link #from()} that it reads; empty where nobody knows. */
    default Set<String> columns() {
        return Set.of();
    }

    /** The record of a row, given the rows that its lookups found. */
    Made make(Row row, Found found);
}
