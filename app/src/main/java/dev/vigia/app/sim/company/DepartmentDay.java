package dev.vigia.app.sim.company;

import dev.vigia.app.sim.Command;
import dev.vigia.app.sim.Department;
import dev.vigia.app.sim.Reading;
import dev.vigia.app.sim.RowChange;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What happens in one department on one day, with the state of the next morning as JSON. */
record DepartmentDay(
        String department, List<RowChange> changes, Supplier<Stream<Reading>> readings, String stateAtEnd) {

    static <S> DepartmentDay plan(Department<S> department, Morning morning, List<Command> commands) {
        var state = DepartmentState.read(department, morning.stateOf(department.name()));
        var told = commands.stream()
                .filter(command -> department.commands().contains(command.name()))
                .toList();
        var day = department.plan(morning.day(), state, told);
        return new DepartmentDay(
                department.name(), day.changes(), day.readings(), DepartmentState.write(department, day.stateAtEnd()));
    }
}
