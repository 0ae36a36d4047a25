package dev.vigia.app.sim.database;

import dev.vigia.app.sim.Column;
import dev.vigia.app.sim.RowChange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Writes changes of rows one by one in their order, as the company's own programs would. */
final class RowStatements {

    /** Bounds the memory of one batch; PostgreSQL answers to a batch as a whole. */
    private static final int BATCH = 1_000;

    private final Connection connection;

    RowStatements(Connection connection) {
        this.connection = connection;
    }

    /** Neighbours of the same shape go in one batch. */
    void apply(List<RowChange> changes) throws SQLException {
        for (int from = 0, to; from < changes.size(); from = to) {
            to = endOfBatch(changes, from);
            execute(changes.subList(from, to));
        }
    }

    private static int endOfBatch(List<RowChange> changes, int from) {
        var shape = RowShape.of(changes.get(from));
        var end = from + 1;
        var limit = Math.min(changes.size(), from + BATCH);
        while (end < limit && shape.equals(RowShape.of(changes.get(end)))) {
            end++;
        }
        return end;
    }

    private void execute(List<RowChange> batch) throws SQLException {
        var shape = RowShape.of(batch.get(0));
        try (var statement = connection.prepareStatement(shape.sql())) {
            for (var change : batch) {
                bind(statement, shape.parameters(), change);
                statement.addBatch();
            }
            expectOneRowEach(batch, statement.executeBatch());
        }
    }

    private static void bind(PreparedStatement statement, List<Column> parameters, RowChange change)
            throws SQLException {
        for (var i = 0; i < parameters.size(); i++) {
            var column = parameters.get(i);
            var value = SqlValue.parameter(change.values().get(column.name()));
            statement.setObject(i + 1, value, SqlValue.type(column));
        }
    }

    private static void expectOneRowEach(List<RowChange> batch, int[] touched) {
        for (var i = 0; i < touched.length; i++) {
            if (touched[i] == 0) {
                var change = batch.get(i);
                throw new IllegalStateException("%s of row %s in %s at %s found no such row"
                        .formatted(change.kind(), change.key(), change.table().name(), change.at()));
            }
        }
    }
}
