package dev.vigia.app.map.check;

import dev.vigia.connect.mapping.Mapping;
import dev.vigia.connect.postgres.LogReadiness.Obstacle;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a check found.
 *
 * @param totals empty where the mapping has no sales to add up
 * @param obstacles what capture would refuse at start
 */
record Checked(
        Mapping mapping, String database, List<RuleReport> rules, Optional<Totals> totals, List<Obstacle> obstacles) {

    /**
     * The weekly totals of our own reckoning and of the database's.
     *
     * @param sql what the database was asked
     */
    record Totals(String sql, Map<WeekCell, WeekTotal> ours, Map<WeekCell, WeekTotal> theirs) {

        List<Differences.Difference> differences() {
            return Differences.between(ours, theirs);
        }
    }

    /** Whether no record would overwrite another. */
    boolean keepsAll() {
        return rules.stream().allMatch(rule -> rule.repeated().total() == 0);
    }

    boolean agrees() {
        return totals.map(both -> both.differences().isEmpty()).orElse(true);
    }
}
