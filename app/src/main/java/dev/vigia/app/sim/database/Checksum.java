package dev.vigia.app.sim.database;

import dev.vigia.app.sim.Column;
import dev.vigia.app.sim.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether two databases hold the same rows: a digest of each table, whatever the order in which its rows were written. */
public record Checksum(Map<String, String> tables) {

    public Checksum {
        tables = new LinkedHashMap<>(tables);
    }

    /** Of tables as they stand now; the rows are digested in the order of their primary keys, in PostgreSQL. */
    public static Checksum of(Connection connection, List<Table> tables) throws SQLException {
        var digests = new LinkedHashMap<String, String>();
        try (var statement = connection.createStatement()) {
            statement.execute("set timezone = 'UTC'");
            for (var table : tables) {
                try (var rows = statement.executeQuery(sql(table))) {
                    rows.next();
                    digests.put(table.name(), rows.getString(1));
                }
            }
        }
        return new Checksum(digests);
    }

    /** One digest for all tables. */
    public String overall() {
        return HexFormat.of().formatHex(md5().digest(tables.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    private static String sql(Table table) {
        return "select md5(coalesce(string_agg(md5(t::text), '' order by " + order(table) + "), '')) from "
                + table.name() + " t";
    }

    /** Byte by byte, so that it does not depend on the collation of the database. */
    private static String order(Table table) {
        return table.key().stream().map(Checksum::bytewise).collect(Collectors.joining(", "));
    }

    private static String bytewise(Column column) {
        return column.type() == Column.Type.TEXT ? column.name() + " collate \"C\"" : column.name();
    }
}
