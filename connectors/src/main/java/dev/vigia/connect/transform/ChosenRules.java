package dev.vigia.connect.transform;

import dev.vigia.connect.mapping.Mapping;
import dev.vigia.connect.mapping.Mapping.Outline;
import dev.vigia.connect.mapping.MappingException;
import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.mapping.Salt;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.errors.ConnectException;

/** The one rule for each table that a transform can apply, bound to what the table looks like at the time. One thread. */
final class ChosenRules {

    private final Mapping mapping;
    private final Salt salt;
    private final Map<TableId, Outline> chosen = new HashMap<>();
    private final Map<TableId, Bound> bound = new HashMap<>();

    private record Bound(TableShape shape, Rule rule) {}

    /** Refuses what works only where several rows are seen together. */
    ChosenRules(Mapping mapping, List<String> wanted, Salt salt) {
        this.mapping = mapping;
        this.salt = salt;
        var outlines = mapping.outlines();
        wanted.forEach(name -> requireKnown(name, outlines));
        outlines.stream().filter(outline -> isWanted(outline, wanted)).forEach(this::choose);
    }

    Set<TableId> tables() {
        return chosen.keySet();
    }

    /** The rule of a table, bound to what the table looks like. */
    Rule of(TableShape shape) {
        var known = bound.get(shape.table());
        return known != null && known.shape().equals(shape) ? known.rule() : bind(chosen(shape), shape);
    }

    private Outline chosen(TableShape shape) {
        return Objects.requireNonNull(chosen.get(shape.table()));
    }

    private Rule bind(Outline outline, TableShape shape) {
        try {
            var rule = mapping.only(Set.of(outline.name()))
                    .bind(Map.of(shape.table(), shape), salt)
                    .get(0);
            bound.put(shape.table(), new Bound(shape, rule));
            return rule;
        } catch (MappingException e) {
            throw new ConnectException(
                    "Table " + shape.table() + " no longer goes with its mapping, so nothing more of it is read. "
                            + e.getMessage(),
                    e);
        }
    }

    private void choose(Outline outline) {
        if (!outline.lookedUp().isEmpty()) {
            throw wrong(
                    outline.name(),
                    "looks rows up in " + outline.lookedUp()
                            + ", and a transform of Kafka Connect sees one row at a time. Choose other records with "
                            + TransformConfig.RECORD
                            + ", or leave the connector as it is and read its topics with vigia capture"
                            + " --topics, which looks rows up.");
        }
        var other = chosen.put(outline.from(), outline);
        if (other != null) {
            throw wrong(
                    outline.name(),
                    "is made from " + outline.from() + " as is " + other.name()
                            + ", and a transform makes one record of a row. Say which with " + TransformConfig.RECORD
                            + ", and run another connector for the other.");
        }
    }

    private void requireKnown(String name, List<Outline> outlines) {
        if (outlines.stream().noneMatch(outline -> isWanted(outline, List.of(name)))) {
            throw new ConfigException(
                    TransformConfig.RECORD,
                    name,
                    "is no record of " + mapping.file() + ": it has "
                            + outlines.stream().map(Outline::name).toList() + ".");
        }
    }

    private static boolean isWanted(Outline outline, List<String> wanted) {
        return wanted.isEmpty()
                || wanted.contains(outline.name())
                || wanted.contains(outline.topic().name());
    }

    private ConfigException wrong(String record, String message) {
        return new ConfigException(mapping.file() + ": record " + record + " " + message);
    }
}
