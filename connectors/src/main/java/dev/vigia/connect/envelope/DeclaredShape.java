package dev.vigia.connect.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.ColumnType;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shape of a table whose events do not say types, as the mapping declares it. */
record DeclaredShape(WantedColumns wanted, TableId table) {

    /**
     * The shape of the columns that are wanted.
     *
     * @param key of an event: it tells the type of key columns that nobody declared
     */
    TableShape of(List<String> primaryKey, @Nullable JsonNode key) {
        var names = wanted.of(table, primaryKey);
        if (names == null) {
            throw UnreadableEventException.unknownTable(table);
        }
        var columns = names.stream().map(name -> column(name, key)).toList();
        return new TableShape(table, columns, primaryKey);
    }

    private Column column(String name, @Nullable JsonNode key) {
        var declared = wanted.declared(table, name);
        if (declared != null) {
            return declared;
        }
        if (key != null && key.has(name)) {
            return key.get(name).isNumber()
                    ? new Column(name, ColumnType.NUMBER, "number")
                    : new Column(name, ColumnType.TEXT, "text");
        }
        throw new UnreadableEventException("JSON without schema does not say the type of column \"" + name
                + "\": declare it under types: " + table + " in the mapping");
    }
}
