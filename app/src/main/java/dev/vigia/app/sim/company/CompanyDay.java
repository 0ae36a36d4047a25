package dev.vigia.app.sim.company;

import dev.vigia.app.sim.Reading;
import dev.vigia.app.sim.RowChange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What happens in the whole company on one day.
 *
 * @param start the moment at which the day begins
 * @param end the moment at which the next day begins
 * @param changes in order of time
 * @param readings of each department, in order of time, made only when asked for
 * @param next the morning after
 */
public record CompanyDay(
        Instant start, Instant end, List<RowChange> changes, List<Supplier<Stream<Reading>>> readings, Morning next) {

    static CompanyDay of(LocalDate date, ZoneId zone, List<DepartmentDay> parts) {
        var tomorrow = date.plusDays(1);
        var states = new TreeMap<String, String>();
        parts.forEach(part -> states.put(part.department(), part.stateAtEnd()));
        return new CompanyDay(
                date.atStartOfDay(zone).toInstant(),
                tomorrow.atStartOfDay(zone).toInstant(),
                inOrderOfTime(parts),
                parts.stream().map(DepartmentDay::readings).toList(),
                new Morning(tomorrow, states));
    }

    private static List<RowChange> inOrderOfTime(List<DepartmentDay> parts) {
        return parts.stream()
                .flatMap(part -> part.changes().stream())
                .sorted(Comparator.comparing(RowChange::at))
                .toList();
    }
}
