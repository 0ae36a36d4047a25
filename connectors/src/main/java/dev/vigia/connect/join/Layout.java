package dev.vigia.connect.join;

import dev.vigia.connect.mapping.Lookup;
import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which tables the rules read, and by which columns they look rows up. */
final class Layout {

    private final List<Rule> rules;
    private final Map<TableId, TableShape> shapes;
    private final List<Index> indexes = new ArrayList<>();

    /** Refuses tables whose rows cannot be told apart. */
    Layout(List<Rule> rules, Map<TableId, TableShape> shapes) {
        this.rules = rules;
        this.shapes = shapes;
        rules.forEach(rule -> rule.lookups().forEach(this::index));
        tables().forEach(this::requirePrimaryKey);
    }

    /** The index that a lookup uses. */
    Index index(Lookup lookup) {
        return indexes.stream()
                .filter(known -> known.serves(lookup))
                .findFirst()
                .orElseGet(() ->
                        add(new Index(indexes.size(), lookup.table(), List.copyOf(lookup.columns()), lookup.newest())));
    }

    private Index add(Index index) {
        indexes.add(index);
        return index;
    }

    List<Index> indexes(TableId table) {
        return indexes.stream().filter(index -> index.table().equals(table)).toList();
    }

    SortedSet<TableId> tables() {
        var tables = new TreeSet<TableId>();
        rules.forEach(rule -> tables.addAll(tables(rule)));
        return tables;
    }

    /** The tables that a rule reads: its own, and those in which it looks something up. */
    static Set<TableId> tables(Rule rule) {
        var tables = new TreeSet<TableId>();
        tables.add(rule.from());
        rule.lookups().forEach(lookup -> tables.add(lookup.table()));
        return tables;
    }

    /** The shape of a table that the rules read. */
    TableShape shape(TableId table) {
        var shape = shapes.get(table);
        if (shape == null) {
            throw new IllegalArgumentException(
                    "the shape of table " + table + ", which the mapping reads, is not known");
        }
        return shape;
    }

    private void requirePrimaryKey(TableId table) {
        if (shape(table).primaryKey().isEmpty()) {
            throw new IllegalArgumentException(
                    "table " + table + " has no primary key, and the lookups of " + readers(table)
                            + " must tell its rows apart: two equal rows would be one, and one that comes twice would be two."
                            + " Give the table a primary key, or look up another");
        }
    }

    private List<String> readers(TableId table) {
        return rules.stream()
                .filter(rule -> rule.from().equals(table)
                        || rule.lookups().stream()
                                .anyMatch(lookup -> lookup.table().equals(table)))
                .map(Rule::name)
                .toList();
    }

    /** All of it in words: what is kept can only be read by rules of the same layout. */
    @Override
    public String toString() {
        return rules.stream().map(this::words).collect(Collectors.joining());
    }

    private String words(Rule rule) {
        var hops = rule.lookups().stream()
                .map(lookup -> " then " + words(lookup.table()) + " by " + lookup.columns() + newest(lookup))
                .collect(Collectors.joining());
        return rule.name() + " in " + rule.topic().name() + " from " + words(rule.from()) + hops + "\n";
    }

    private static String newest(Lookup lookup) {
        return lookup.newest() == null ? "" : " newest " + lookup.newest();
    }

    private String words(TableId table) {
        return table + " " + shape(table).primaryKey();
    }
}
