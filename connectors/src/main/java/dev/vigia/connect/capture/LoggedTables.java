package dev.vigia.connect.capture;

import dev.vigia.connect.row.TableId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How tables stand in the log that we read, each in a text that only its equal is compared with. It is another when the
 * table was replaced by one of the same name, left the publication in between, or has another replica identity, or when
 * the publication was altered: then changes are missing from the log, or tell less or more of the rows before them; or
 * another primary key, which may be one that two rows share for a moment. So is it when a mapped column's name went to
 * another column, or a column was redefined in a statement that wrote all rows anew, for the log tells no rows of that. Of
 * a partitioned table it names the partitions and the files that hold them, for the log does not tell when one comes, goes
 * or is emptied.
 */
final class LoggedTables {

    /** Of a table whose changes are in no log of ours. */
    private static final String NOT_AT_ALL = "";

    /** Not of the view pg_publication_tables: that waits for whoever is altering one of the tables. */
    private static final String QUESTION = """
            select n.nspname || '.' || c.relname,
                json_build_object('file', c.relfilenode::text,
                'columns', (
                   select json_object_agg(a.attname, json_build_object('place', a.attnum, 'definedBy', a.xmin::text))
                   from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped),
                'place', concat_ws(' ', p.oid, p.xmin, coalesce(r.oid, 0), c.oid, c.relreplident, i.indkey, (
                       with recursive part (oid) as (
                           select s.inhrelid from pg_inherits s where s.inhparent = c.oid and c.relkind = 'p'
                           union all
                           select s.inhrelid from part join pg_inherits s on s.inhparent = part.oid)
                       select string_agg(concat_ws(':', f.oid, f.relfilenode, f.relreplident), ' ' order by f.oid)
                       from part join pg_class f on f.oid = part.oid), (
                       select concat_ws(':', k.oid, k.condeferrable)
                       from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')))
            from pg_publication p
            join pg_class c on c.relkind in ('r', 'p')
            join pg_namespace n on n.oid = c.relnamespace
            left join pg_publication_rel r on r.prpubid = p.oid and r.prrelid = c.oid
            left join pg_index i on i.indrelid = c.oid and case c.relreplident
                when 'd' then i.indisprimary
                when 'i' then i.indisreplident
            end
            where p.pubname = ? and n.nspname || '.' || c.relname = any (?)""";

    private LoggedTables() {}

    /** Of each table of a plan, by name, how it stands in the log. */
    static Map<String, String> read(Connection connection, String publication, CapturePlan plan) throws SQLException {
        var tables = new TreeMap<String, String>();
        plan.tables().forEach(table -> tables.put(table.toString(), NOT_AT_ALL));
        try (var ask = connection.prepareStatement(QUESTION)) {
            ask.setString(1, publication);
            ask.setArray(2, connection.createArrayOf("text", tables.keySet().toArray()));
            try (var answer = ask.executeQuery()) {
                while (answer.next()) {
                    var standing = Objects.requireNonNull(Standing.parse(answer.getString(2)));
                    var columns = plan.columns(TableId.parse(answer.getString(1)));
                    tables.put(answer.getString(1), standing.only(columns).json());
                }
            }
        }
        return tables;
    }

    /** Those of both that stand otherwise now than before, by name. */
    static Set<String> changed(Map<String, String> before, Map<String, String> now) {
        var changed = new TreeSet<String>();
        before.forEach((table, then) -> {
            if (!isSame(then, now.getOrDefault(table, then))) {
                changed.add(table);
            }
        });
        return changed;
    }

    private static boolean isSame(String before, String now) {
        if (before.equals(now)) {
            return true;
        }
        var then = Standing.parse(before);
        var standing = Standing.parse(now);
        return then != null && standing != null && !standing.differsFrom(then);
    }
}
