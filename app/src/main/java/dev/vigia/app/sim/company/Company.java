package dev.vigia.app.sim.company;

import dev.vigia.app.sim.Command;
import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.Department;
import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.Table;
import dev.vigia.app.sim.plant.Plant;
import dev.vigia.app.sim.trade.Trade;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The simulated company: its settings and its departments, planned together. */
public record Company(CompanySettings settings, List<Department<?>> departments) {

    public Company {
        departments = List.copyOf(departments);
    }

    /** With all its departments. */
    public static Company of(CompanySettings settings) {
        return new Company(settings, List.of(new Trade(settings), new Plant(settings)));
    }

    /** Every table, referenced ones first. */
    public List<Table> tables() {
        return departments.stream().flatMap(d -> d.tables().stream()).toList();
    }

    /** The rows that stand before the first day. */
    public List<RowChange> opening() {
        return departments.stream().flatMap(d -> d.opening().stream()).toList();
    }

    /** The names of the commands that change what departments plan. */
    public Set<String> commands() {
        return departments.stream().flatMap(d -> d.commands().stream()).collect(Collectors.toSet());
    }

    /** The morning of the first day. */
    public Morning firstMorning() {
        Map<String, String> states = new TreeMap<>();
        departments.forEach(d -> states.put(d.name(), DepartmentState.initial(d)));
        return new Morning(settings.start(), states);
    }

    /** What the day of this morning brings, given the commands of the day. */
    public CompanyDay plan(Morning morning, List<Command> commands) {
        var parts = departments.stream()
                .map(department -> DepartmentDay.plan(department, morning, commands))
                .toList();
        return CompanyDay.of(morning.day(), settings.zone(), parts);
    }
}
