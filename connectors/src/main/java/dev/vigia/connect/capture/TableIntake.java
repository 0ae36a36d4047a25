package dev.vigia.connect.capture;

import dev.vigia.connect.envelope.EnvelopeRows;
import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.postgres.CatalogTable;
import dev.vigia.connect.postgres.JdbcRows;
import dev.vigia.connect.record.RowByRules;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.write.CanonicalWriter;
import java.util.Collection;
import java.util.List;

/** How the events of one table are read, and what is made of its rows. */
record TableIntake(TableId table, EnvelopeRows rows, RowByRules rules, boolean feedsSales) {

    static TableIntake of(CatalogTable table, Collection<String> columns, List<Rule> rules, List<Rule> assembled) {
        var shape = JdbcRows.only(table.shape(), columns);
        var own = rules.stream()
                .filter(rule -> rule.from().equals(table.table()))
                .filter(rule -> !assembled.contains(rule))
                .toList();
        return new TableIntake(
                table.table(),
                new EnvelopeRows(shape, table.identity().columns()),
                new RowByRules(own),
                rules.stream().anyMatch(rule -> feedsSales(rule, table.table())));
    }

    private static boolean feedsSales(Rule rule, TableId table) {
        return CanonicalWriter.SALES.contains(rule.topic())
                && (rule.from().equals(table)
                        || rule.lookups().stream()
                                .anyMatch(lookup -> lookup.table().equals(table)));
    }
}
