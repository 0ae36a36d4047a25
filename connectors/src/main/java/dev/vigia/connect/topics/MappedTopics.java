package dev.vigia.connect.topics;

import dev.vigia.connect.envelope.MappedColumns;
import dev.vigia.connect.envelope.WantedColumns;
import dev.vigia.connect.mapping.Mapping;
import dev.vigia.connect.mapping.Mapping.Outline;
import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.mapping.Salt;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A mapping file as the plan for reading change topics, with the salt for what it hashes: another makes other records too. */
public record MappedTopics(Mapping mapping, Salt salt) implements TopicPlan {

    @Override
    public WantedColumns wanted() {
        return MappedColumns.of(mapping, mapping.tables());
    }

    @Override
    public Set<String> hidden(TableId table) {
        return mapping.hashedColumns(table);
    }

    @Override
    public boolean looksUp() {
        return mapping.outlines().stream()
                .anyMatch(outline -> !outline.lookedUp().isEmpty());
    }

    @Override
    public List<Rule> bind(Map<TableId, TableShape> shapes) {
        var ready = mapping.outlines().stream()
                .filter(outline ->
                        shapes.containsKey(outline.from()) && shapes.keySet().containsAll(outline.lookedUp()))
                .map(Outline::name)
                .toList();
        return mapping.only(ready).bind(shapes, salt);
    }

    @Override
    public String fingerprint() {
        return mapping.hash() + " " + salt.fingerprint();
    }
}
