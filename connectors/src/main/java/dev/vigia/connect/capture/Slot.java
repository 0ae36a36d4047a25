package dev.vigia.connect.capture;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A replication slot as the server has it.
 *
 * @param active process that reads from it; 0 where none does
 * @param lost whether the server has thrown away log that the slot still needed
 * @param confirmed up to where its reader has said that all is safe
 * @param lag bytes of log written since
 */
record Slot(int active, boolean lost, long confirmed, long lag) {

    private static final String QUESTION = """
            select coalesce(active_pid, 0), coalesce(wal_status = 'lost', false),
                   coalesce(confirmed_flush_lsn - '0/0', 0), coalesce(pg_current_wal_lsn() - confirmed_flush_lsn, 0)
            from pg_replication_slots where slot_name = ?""";

    /** The slot of this name, if there is one. */
    static Optional<Slot> read(Connection connection, String name) throws SQLException {
        try (var ask = connection.prepareStatement(QUESTION)) {
            ask.setString(1, name);
            try (var answer = ask.executeQuery()) {
                return answer.next()
                        ? Optional.of(
                                new Slot(answer.getInt(1), answer.getBoolean(2), answer.getLong(3), answer.getLong(4)))
                        : Optional.empty();
            }
        }
    }

    static void drop(Connection connection, String name) throws SQLException {
        try (var drop = connection.prepareStatement(
                "select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = ?")) {
            drop.setString(1, name);
            drop.execute();
        }
    }
}
