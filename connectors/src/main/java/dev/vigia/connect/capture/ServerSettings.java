package dev.vigia.connect.capture;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the server allows, and us there. */
record ServerSettings(String walLevel, int slots, int usedSlots, boolean mayReplicate, String user) {

    private static final String QUESTION = """
            select current_setting('wal_level'), current_setting('max_replication_slots')::int,
                   (select count(*) from pg_replication_slots),
                   (select rolsuper or rolreplication from pg_roles where rolname = current_user)
                   or exists (select from pg_roles where rolname in ('rds_replication', 'azure_replication')
                              and pg_has_role(current_user, oid, 'member')),
                   current_user""";

    static ServerSettings read(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(QUESTION)) {
            answer.next();
            return new ServerSettings(
                    answer.getString(1), answer.getInt(2), answer.getInt(3), answer.getBoolean(4), answer.getString(5));
        }
    }

    List<String> problems(Connection connection, CaptureConfig config) throws SQLException {
        var problems = new ArrayList<String>();
        if (!walLevel.equals("logical")) {
            problems.add(
                    "wal_level is " + walLevel + ", so the log does not tell of rows. Run: ALTER SYSTEM SET wal_level ="
                            + " 'logical'; and restart the server.");
        }
        if (!mayReplicate) {
            problems.add(
                    "user " + user + " may not read the log. Run: ALTER ROLE " + Names.quoted(user) + " REPLICATION;");
        }
        if (usedSlots >= slots && Slot.read(connection, config.slot()).isEmpty()) {
            problems.add("all " + slots + " replication slots are taken. Run: ALTER SYSTEM SET max_replication_slots = "
                    + (slots + 4) + "; and restart the server, or drop a slot that nobody uses: SELECT"
                    + " pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = '…';");
        }
        return problems;
    }
}
