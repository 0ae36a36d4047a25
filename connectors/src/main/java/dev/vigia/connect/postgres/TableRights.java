package dev.vigia.connect.postgres;

import dev.vigia.connect.postgres.LogReadiness.Obstacle;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tells what of a table a user would not see, though its rows are to be read, and what mends it. */
public final class TableRights {

    private TableRights() {}

    /**
     * All that a user would not see of a table.
     *
     * @param mapped the columns that are read
     */
    public static List<Obstacle> obstacles(CatalogTable table, Set<String> mapped, String user) {
        var found = new ArrayList<Obstacle>();
        var name = SqlNames.quoted(table.table());
        var to = " TO " + SqlNames.quoted(user) + ";";
        var hidden = new TreeSet<>(mapped);
        hidden.retainAll(table.access().hidden());
        if (!table.access().readable()) {
            var schema = SqlNames.quoted(table.table().schema());
            found.add(new Obstacle(
                    table.table() + " may not be read by " + user,
                    "GRANT USAGE ON SCHEMA " + schema + to + " GRANT SELECT ON " + name + to));
        } else if (!hidden.isEmpty()) {
            found.add(new Obstacle(
                    table.table() + " has " + words(hidden) + ", which " + user + " may not read",
                    "GRANT SELECT ON " + name + to));
        }
        if (table.access().secured()) {
            found.add(new Obstacle(
                    table.table() + " has row security, which hides rows from " + user
                            + ": they would be taken for deleted",
                    "ALTER ROLE " + SqlNames.quoted(user) + " BYPASSRLS;"));
        }
        return found;
    }

    private static String words(Set<String> columns) {
        return columns.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
    }
}
