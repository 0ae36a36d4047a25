package dev.vigia.connect.capture;

import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.mapping.Salt;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A mapping, as capture needs to know it. */
public interface CapturePlan {

    /** Every table that is mapped or looked up in. */
    Set<TableId> tables();

    /** The columns of a table that the mapping names; no other is read, but for primary keys. */
    Set<String> columns(TableId table);

    /** The columns of a table that reach Kafka hashed, if at all: never in clear, not even in dead letters. */
    Set<String> hidden(TableId table);

    /** What hidden columns are hashed with; none where there are no such columns. */
    Salt salt();

    /** The rules, bound to what the tables look like; refuses, with all that is wrong, where they do not fit. */
    List<Rule> bind(Map<TableId, TableShape> shapes);

    /** Changes whenever records made by this mapping may differ from those made before. */
    String fingerprint();
}
