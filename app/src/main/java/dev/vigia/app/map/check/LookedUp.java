package dev.vigia.app.map.check;

import dev.vigia.connect.mapping.Found;
import dev.vigia.connect.mapping.Lookup;
import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.postgres.JdbcRows;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the lookups of a rule for a batch of rows at a time, so that memory holds no more than a batch needs. */
final class LookedUp {

    /** Where many rows answer one lookup, those that cannot count are let go from here on. */
    private static final int MANY = 256;

    private final JdbcRows rows;
    private final Map<TableId, TableShape> shapes;
    private final Shown shown;

    LookedUp(JdbcRows rows, Map<TableId, TableShape> shapes, Shown shown) {
        this.rows = rows;
        this.shapes = shapes;
        this.shown = shown;
    }

    /** What the lookups found for each of the rows, in their order. */
    List<Found> of(Rule rule, List<Row> batch, RuleReport report) throws SQLException {
        var found = new ArrayList<Found>();
        batch.forEach(row -> found.add(Found.nothing()));
        for (var lookup : rule.lookups()) {
            hop(lookup, batch, found, report);
        }
        return found;
    }

    private void hop(Lookup lookup, List<Row> batch, List<Found> found, RuleReport report) throws SQLException {
        var wanted = new ArrayList<@Nullable List<Object>>();
        var answers = new HashMap<List<Object>, List<Row>>();
        for (int i = 0; i < batch.size(); i++) {
            var values = lookup.wanted(batch.get(i), found.get(i));
            wanted.add(values == null ? null : comparable(values));
            if (values != null) {
                answers.putIfAbsent(comparable(values), List.of());
            }
        }
        fetch(lookup, answers);
        for (int i = 0; i < batch.size(); i++) {
            var values = wanted.get(i);
            var rowsFound = values == null ? List.<Row>of() : Objects.requireNonNull(answers.get(values));
            if (values != null && rowsFound.isEmpty()) {
                report.missed(lookup, shown.values(lookup.table(), lookup.columns(), values));
            }
            found.set(i, found.get(i).and(lookup, rowsFound));
        }
    }

    private void fetch(Lookup lookup, Map<List<Object>, List<Row>> answers) throws SQLException {
        var shape = Objects.requireNonNull(shapes.get(lookup.table()));
        if (answers.isEmpty()) {
            return;
        }
        rows.matching(shape, lookup.columns(), List.copyOf(answers.keySet()), row -> {
            var values = new ArrayList<Object>();
            lookup.columns().forEach(column -> values.add(Objects.requireNonNull(row.get(column))));
            answers.computeIfPresent(comparable(values), (key, rows) -> with(lookup, rows, row));
        });
    }

    private static List<Row> with(Lookup lookup, List<Row> rows, Row row) {
        var more = rows.isEmpty() ? new ArrayList<Row>() : rows;
        more.add(row);
        return more.size() % MANY == 0 ? new ArrayList<>(lookup.pick(more)) : more;
    }

    /** Numbers are the same whatever their scale. */
    private static List<Object> comparable(List<Object> values) {
        return values.stream()
                .map(value -> value instanceof BigDecimal number ? number.stripTrailingZeros() : value)
                .toList();
    }
}
