package dev.vigia.connect.postgres;

import dev.vigia.connect.postgres.ReplicaIdentity.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tells why the log would not say enough of a table's changes, and what mends it. */
public final class LogReadiness {

    /**
     * What stands in the way.
     *
     * @param mend the statement that removes it
     */
    public record Obstacle(String what, String mend) {}

    private final CatalogTable table;
    private final List<Obstacle> found = new ArrayList<>();

    private LogReadiness(CatalogTable table) {
        this.table = table;
    }

    /**
     * All that stands in the way of capturing a table.
     *
     * @param mapped the columns that are read
     * @param keys those of them that make the keys of records
     */
    public static List<Obstacle> obstacles(CatalogTable table, Set<String> mapped, Set<String> keys, String user) {
        var readiness = new LogReadiness(table);
        readiness.checkRights(mapped, user);
        readiness.checkLog(mapped);
        readiness.checkIdentity(mapped, keys);
        return readiness.found;
    }

    private void checkRights(Set<String> mapped, String user) {
        TableRights.obstacles(table, mapped, user).forEach(found::add);
    }

    private void checkLog(Set<String> mapped) {
        if (!table.storage().logged()) {
            add("is unlogged, so its changes are in no log", "alter table " + name() + " set logged;");
        }
        if (table.storage().inherited()) {
            add(
                    "shows the rows of tables that inherit from it, whose changes the log tells under their own names",
                    "-- in the mapping, name those tables in its place");
        }
        var generated = both(mapped, table.storage().generated());
        if (!generated.isEmpty()) {
            add(
                    "computes " + words(generated) + ", which the log leaves out",
                    "-- in the mapping, name the columns it is computed from");
        }
    }

    private void checkIdentity(Set<String> mapped, Set<String> keys) {
        if (table.identity().kind() == Kind.FULL) {
            return;
        }
        var lacking = new TreeSet<>(table.shape().primaryKey());
        lacking.addAll(keys);
        lacking.removeAll(table.identity().columns());
        var large = both(mapped, table.storage().toastable());
        if (table.identity().columns().isEmpty()) {
            addFull("has no replica identity, so its rows could not even be changed while they are captured");
        } else if (!lacking.isEmpty()) {
            addFull("has " + words(lacking) + " in a key, but not in its replica identity");
        } else if (!large.isEmpty()) {
            addFull("may keep " + words(large) + " out of line, which the log leaves out when it did not change");
        }
    }

    private void addFull(String what) {
        add(what, table.fullIdentity());
    }

    private void add(String what, String mend) {
        found.add(new Obstacle(table.table() + " " + what, mend));
    }

    private String name() {
        return SqlNames.quoted(table.table());
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        var both = new TreeSet<>(some);
        both.retainAll(others);
        return both;
    }

    private static String words(Set<String> columns) {
        return columns.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
    }
}
