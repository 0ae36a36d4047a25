package dev.vigia.app.map.check;

import dev.vigia.connect.mapping.Made;
import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.postgres.JdbcRows;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import dev.vigia.schema.SalesLine;
import dev.vigia.schema.SalesOrder;
import dev.vigia.schemas.Topic;
import dev.vigia.schemas.Topics;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Applies rules to every row of their tables, as they are at one moment, and keeps only what is to be reported. */
final class DryRun {

    private static final int BATCH = 2_000;

    private final JdbcRows rows;
    private final Map<TableId, TableShape> shapes;
    private final LookedUp lookedUp;
    private final WeeklyTotals totals;

    /** @param shapes of all tables, with the columns that the mapping names */
    DryRun(JdbcRows rows, Map<TableId, TableShape> shapes, Shown shown, ZoneId zone) {
        this.rows = rows;
        this.shapes = shapes;
        this.lookedUp = new LookedUp(rows, shapes, shown);
        this.totals = new WeeklyTotals(zone);
    }

    /** A report for each rule, in their order. */
    List<RuleReport> run(List<Rule> rules, int examples) throws SQLException {
        var keys = new HashMap<Topic, SeenKeys>();
        var reports = rules.stream()
                .map(rule ->
                        new RuleReport(rule, examples, keys.computeIfAbsent(rule.topic(), topic -> new SeenKeys())))
                .toList();
        for (var report : ordersFirst(reports)) {
            run(report);
        }
        return reports;
    }

    WeeklyTotals totals() {
        return totals;
    }

    /** Totals need the orders before their lines. */
    private static List<RuleReport> ordersFirst(List<RuleReport> reports) {
        return reports.stream()
                .sorted(Comparator.comparing(report -> report.rule().topic().equals(Topics.SALES_LINES)))
                .toList();
    }

    private void run(RuleReport report) throws SQLException {
        var batch = new ArrayList<Row>(BATCH);
        rows.each(Objects.requireNonNull(shapes.get(report.rule().from())), row -> {
            batch.add(row);
            if (batch.size() == BATCH) {
                make(report, batch);
            }
        });
        make(report, batch);
    }

    private void make(RuleReport report, List<Row> batch) throws SQLException {
        var found = lookedUp.of(report.rule(), batch, report);
        for (int i = 0; i < batch.size(); i++) {
            var made = report.rule().make(batch.get(i), found.get(i));
            report.made(batch.get(i), made);
            if (made instanceof Made.Mapped mapped) {
                addUp(mapped);
            }
        }
        batch.clear();
    }

    private void addUp(Made.Mapped mapped) {
        if (mapped.value() instanceof SalesOrder order) {
            totals.add(order);
        } else if (mapped.value() instanceof SalesLine line) {
            totals.add(line);
        }
    }
}
