package dev.vigia.connect.capture;

import java.sql.Connection;
import java.sql.SQLException;

/** Which database server this is: positions in the log of another, or of another timeline, mean nothing. */
record ServerIdentity(String system, long timeline) {

    private static final int HEXADECIMAL = 16;

    private static final String QUESTION = """
            select system_identifier::text, substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)
            from pg_control_system()""";

    static ServerIdentity of(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(QUESTION)) {
            answer.next();
            return new ServerIdentity(answer.getString(1), Long.parseLong(answer.getString(2), HEXADECIMAL));
        }
    }
}
