package dev.vigia.bench.capture;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.random.RandomGenerator;
import org.postgresql.PGConnection;

/** What the database is doing when capture is killed. */
enum Attack {
    SNAPSHOT {
        @Override
        void work(Connection connection, RandomGenerator random, long order) throws SQLException, IOException {
            copy(connection, order, 20_000);
        }
    },
    COPY {
        @Override
        void work(Connection connection, RandomGenerator random, long order) throws SQLException, IOException {
            copy(connection, order, 20_000 + random.nextInt(40_000));
        }
    },
    SINGLE_ROWS {
        @Override
        void work(Connection connection, RandomGenerator random, long order) throws SQLException {
            for (int i = 0; i < 500; i++) {
                change(connection, random, order + i);
            }
        }
    },
    MULTIPLE_ROWS {
        @Override
        void work(Connection connection, RandomGenerator random, long order) throws SQLException {
            for (int i = 0; i < 50; i++) {
                connection.setAutoCommit(false);
                for (int row = 0; row < 40; row++) {
                    change(connection, random, order + i * 40L + row);
                }
                connection.commit();
                connection.setAutoCommit(true);
            }
        }
    };

    /** Works on orders from this number on, and on older ones. */
    abstract void work(Connection connection, RandomGenerator random, long order) throws SQLException, IOException;

    private static void copy(Connection connection, long order, int rows) throws SQLException, IOException {
        var text = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            text.append(order + row)
                    .append("\t1\t")
                    .append(row % 1000)
                    .append("\tP-")
                    .append(row % 97)
                    .append("\t2.50\n");
        }
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy line from stdin", new StringReader(text.toString()));
    }

    private static void change(Connection connection, RandomGenerator random, long order) throws SQLException {
        long older = Math.max(1, order - random.nextInt(2_000));
        var sql = switch (random.nextInt(4)) {
            case 0 -> "update line set quantity = quantity + 1 where order_id = " + older;
            case 1 -> "delete from line where order_id = " + older;
            case 2 -> "update line set id = id + 1 where order_id = " + older;
            default -> "insert into line values (" + order + ", 1, 1, 'P-1', 2.50) on conflict do nothing";
        };
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
