package dev.vigia.connect.capture;

import dev.vigia.connect.join.Assembler;
import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.postgres.CatalogTable;
import dev.vigia.connect.row.TableId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules that cannot work row by row, and what keeps the rows that they read from being told apart. */
record Assembled(List<Rule> rules, Map<TableId, CatalogTable> tables) {

    /** Of all rules those that are assembled: where no constraint that is checked at once holds their keys, too. */
    static Assembled of(List<Rule> all, Map<TableId, CatalogTable> tables) {
        var rules = Assembler.needed(all, rule -> !table(tables, rule.from()).tellsApart(rule.keyColumns()));
        return new Assembled(rules, tables);
    }

    /** What is wrong, each with its remedy. */
    List<String> problems() {
        return rules.stream()
                .flatMap(rule -> Assembler.tables(rule).stream())
                .distinct()
                .map(table -> table(tables, table))
                .filter(table -> !tellsRowsApart(table))
                .map(this::problem)
                .toList();
    }

    private static boolean tellsRowsApart(CatalogTable table) {
        var key = table.shape().primaryKey();
        return !key.isEmpty() && table.tellsApart(Set.copyOf(key));
    }

    private String problem(CatalogTable table) {
        var readers = rules.stream()
                .filter(rule -> Assembler.tables(rule).contains(table.table()))
                .map(Rule::name)
                .collect(Collectors.joining(", "));
        var why = " must tell its rows apart, because they look rows up or several rows may have one key there, be it"
                + " only within a transaction. ";
        return table.shape().primaryKey().isEmpty()
                ? table.table() + " has no primary key, and " + readers + why + "Run: ALTER TABLE "
                        + Names.quoted(table.table())
                        + " ADD PRIMARY KEY (…); or map as key the columns of a unique constraint."
                : table.table() + " has a deferrable primary key, and " + readers + why
                        + "Make it anew without DEFERRABLE.";
    }

    private static CatalogTable table(Map<TableId, CatalogTable> tables, TableId id) {
        return Objects.requireNonNull(tables.get(id), () -> "no table " + id);
    }
}
