package dev.vigia.app.sim.small;

import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.Table;
import dev.vigia.app.sim.company.Company;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows that a company should have, kept in memory change by change. */
public final class PlannedRows {

    private final Map<String, Map<List<@Nullable Object>, Map<String, @Nullable Object>>> tables = new HashMap<>();

    /** Of the whole history, planned day by day. */
    public static PlannedRows ofHistory(Company company) {
        var rows = new PlannedRows();
        company.opening().forEach(rows::apply);
        var morning = company.firstMorning();
        while (morning.day().isBefore(company.settings().firstLiveDay())) {
            var day = company.plan(morning, List.of());
            day.changes().forEach(rows::apply);
            morning = day.next();
        }
        return rows;
    }

    public Map<List<@Nullable Object>, Map<String, @Nullable Object>> of(Table table) {
        return tables.getOrDefault(table.name(), Map.of());
    }

    private void apply(RowChange change) {
        var rows = tables.computeIfAbsent(change.table().name(), name -> new HashMap<>());
        switch (change.kind()) {
            case INSERT -> rows.put(change.key(), new HashMap<>(change.values()));
            case UPDATE -> Objects.requireNonNull(rows.get(change.key())).putAll(change.values());
            case DELETE -> rows.remove(change.key());
        }
    }
}
