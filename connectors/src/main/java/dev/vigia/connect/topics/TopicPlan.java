package dev.vigia.connect.topics;

import dev.vigia.connect.envelope.WantedColumns;
import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.mapping.Salt;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A mapping, as the reading of change topics needs to know it. */
public interface TopicPlan {

    /** The tables that are mapped or looked up in, and which columns of them. */
    WantedColumns wanted();

    /** The columns of a table that reach Kafka hashed, if at all: never in clear, not even in dead letters. */
    Set<String> hidden(TableId table);

    /** What hidden columns are hashed with; none where there are no such columns. */
    Salt salt();

    /** Whether a rule looks rows of another table up. */
    boolean looksUp();

    /**
     * The rules whose tables are all among these, bound to what those look like; refuses, with all that is wrong, where they
     * do not fit.
     */
    List<Rule> bind(Map<TableId, TableShape> shapes);

    /** Changes whenever records made by this mapping may differ from those made before. */
    String fingerprint();
}
