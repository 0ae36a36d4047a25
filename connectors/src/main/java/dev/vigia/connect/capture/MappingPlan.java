package dev.vigia.connect.capture;

import dev.vigia.connect.mapping.Mapping;
import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.mapping.Salt;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A mapping file as a plan, with the salt for what it hashes: another salt makes other records too. */
public record MappingPlan(Mapping mapping, Salt salt) implements CapturePlan {

    @Override
    public Set<TableId> tables() {
        return mapping.tables();
    }

    @Override
    public Set<String> columns(TableId table) {
        return mapping.columns(table);
    }

    @Override
    public Set<String> hidden(TableId table) {
        return mapping.hashedColumns(table);
    }

    @Override
    public List<Rule> bind(Map<TableId, TableShape> shapes) {
        return mapping.bind(shapes, salt);
    }

    @Override
    public String fingerprint() {
        return mapping.hash() + " " + salt.fingerprint();
    }
}
