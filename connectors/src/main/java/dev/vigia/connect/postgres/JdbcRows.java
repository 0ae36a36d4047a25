package dev.vigia.connect.postgres;

import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.TableShape;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of tables as they all were at one moment: from its opening to its close it holds one read-only transaction.
 *
 * <p>Every value crosses as text, so that digits, NaN and infinity arrive as they are. One thread.
 */
public final class JdbcRows implements AutoCloseable {

    private static final int FETCH_SIZE = 1_000;

    private final Connection connection;

    private JdbcRows(Connection connection) {
        this.connection = connection;
    }

    /** Takes a connection with no transaction of its own; it can be used for other readings in the meantime. */
    public static JdbcRows open(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (var statement = connection.createStatement()) {
            statement.execute("set local timezone = 'UTC'");
            statement.execute("set local datestyle = 'ISO'");
            statement.execute("set local extra_float_digits = 1");
        }
        return new JdbcRows(connection);
    }

    /** The same table with some of its columns, in the table's order. */
    public static TableShape only(TableShape shape, Collection<String> columns) {
        var kept = shape.columns().stream()
                .filter(column -> columns.contains(column.name()))
                .toList();
        return new TableShape(shape.table(), kept, shape.primaryKey());
    }

    /** Every row of a table, with the columns of the shape and no other, in no order. */
    public void each(TableShape shape, Reader to) throws SQLException {
        var sql = "select " + columns(shape) + " from " + SqlNames.quoted(shape.table()) + " as t";
        try (var statement = connection.prepareStatement(sql)) {
            read(shape, statement, to);
        }
    }

    /** The rows whose columns equal one of some lists of values, in no order; a value that cannot be there finds none. */
    public void matching(TableShape shape, List<String> columns, Collection<List<Object>> wanted, Reader to)
            throws SQLException {
        var match = new Match(shape, columns);
        var sql = "select " + columns(shape) + " from " + SqlNames.quoted(shape.table()) + " as t" + match.condition();
        try (var statement = connection.prepareStatement(sql)) {
            match.fill(statement, wanted);
            read(shape, statement, to);
        }
    }

    private static void read(TableShape shape, PreparedStatement statement, Reader to) throws SQLException {
        statement.setFetchSize(FETCH_SIZE);
        try (var answer = statement.executeQuery()) {
            while (answer.next()) {
                to.read(row(shape, answer));
            }
        }
    }

    /** Takes one row after the other. */
    public interface Reader {

        void read(Row row) throws SQLException;
    }

    private static Row row(TableShape shape, ResultSet answer) throws SQLException {
        var values = new @Nullable Object[shape.columns().size()];
        for (int i = 0; i < values.length; i++) {
            var text = answer.getString(i + 1);
            values[i] = text == null
                    ? null
                    : PostgresText.read(shape.columns().get(i).type(), text);
        }
        return new Row(shape, values);
    }

    private static String columns(TableShape shape) {
        return shape.columns().isEmpty()
                ? "null"
                : shape.columns().stream()
                        .map(Column::name)
                        .map(name -> "t." + SqlNames.quoted(name) + "::text")
                        .collect(Collectors.joining(", "));
    }

    /** Ends the transaction; the connection is its owner's to close. */
    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.setReadOnly(false);
        connection.setAutoCommit(true);
    }
}
