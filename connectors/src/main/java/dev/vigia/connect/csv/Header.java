package dev.vigia.connect.csv;

import dev.vigia.connect.expression.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.config.ConfigException;

/** The names in the first line of a file. */
record Header(String file, List<String> names) {

    /** Reads the names; columns without one are called by their place. */
    static Header of(String file, String[] fields) {
        var names = new ArrayList<String>();
        for (int i = 0; i < fields.length; i++) {
            var name = fields[i].strip();
            names.add(name.isEmpty() ? "#" + (i + 1) : name);
        }
        return new Header(file, List.copyOf(names)).checked();
    }

    private Header checked() {
        var seen = new HashSet<String>();
        var twice = new LinkedHashSet<String>();
        names.stream().filter(name -> !seen.add(name)).forEach(twice::add);
        if (!twice.isEmpty()) {
            throw new ConfigException(file + ": the header names a column twice: " + quoted(twice)
                    + ". Rename one of them. Nothing was written.");
        }
        return this;
    }

    /** Refuses a file that lacks what the mapping reads. */
    void mustHave(Set<String> columns) {
        var missing = columns.stream().filter(column -> !names.contains(column)).toList();
        if (missing.isEmpty()) {
            return;
        }
        var first = missing.get(0);
        throw new ConfigException(file + ": column \"" + first + "\" is not in the header. " + Names.hint(first, names)
                + (missing.size() == 1 ? "" : " Also missing: " + quoted(missing.subList(1, missing.size())) + ".")
                + " Nothing was written.");
    }

    private static String quoted(Iterable<String> names) {
        return "\"" + String.join("\", \"", names) + "\"";
    }
}
