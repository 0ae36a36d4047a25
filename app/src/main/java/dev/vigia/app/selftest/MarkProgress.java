package dev.vigia.app.selftest;

import dev.vigia.schema.Phase;
import dev.vigia.schema.ProgressMarker;
import dev.vigia.schemas.Topics;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Waits until every sales partition was told that the ERP is past the present business time, while nobody sells. */
final class MarkProgress implements Stage {

    @Override
    public String name() {
        return "partitions are told";
    }

    @Override
    public String prove(Trial trial) throws SQLException {
        var now = businessTime(trial);
        try (var tail = trial.tail(List.of(Topics.SALES_ORDERS, Topics.SALES_LINES))) {
            Set<String> told = new HashSet<>();
            int partitions = tail.partitions();
            tail.await(
                    "a marker in each of " + partitions + " partitions",
                    record -> isPast(record.value(), now) && told.add(record.key()) && told.size() == partitions,
                    trial.patience());
            return partitions + " partitions are live and past " + now;
        }
    }

    private static boolean isPast(Object value, Instant now) {
        return value instanceof ProgressMarker marker
                && marker.getSource().equals("erp")
                && marker.getPhase() == Phase.LIVE
                && !marker.getAt().isBefore(now);
    }

    private static Instant businessTime(Trial trial) throws SQLException {
        try (var statement = trial.connection().createStatement();
                var rows = statement.executeQuery("select now from sim.clock")) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
