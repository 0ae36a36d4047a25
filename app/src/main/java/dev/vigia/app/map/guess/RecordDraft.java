package dev.vigia.app.map.guess;

import dev.vigia.connect.row.TableId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One entry of a mapping's records while it is put together; lines that nobody is sure of are comments. */
final class RecordDraft {

    private final String topic;
    private final TableId from;
    private final Optional<String> doubt;
    private final List<String> key = new ArrayList<>();
    private final List<String> lookups = new ArrayList<>();
    private final List<String> fields = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final Set<String> used = new LinkedHashSet<>();
    private String where = "";

    RecordDraft(String topic, TableId from, Optional<String> doubt) {
        this.topic = topic;
        this.from = from;
        this.doubt = doubt;
    }

    String topic() {
        return topic;
    }

    TableId from() {
        return from;
    }

    /** Whether a field is there, be it as a comment. */
    boolean speaksOf(String field) {
        return fields.stream().anyMatch(line -> line.startsWith(field + ":") || line.startsWith("# " + field + ":"));
    }

    Set<String> used() {
        return used;
    }

    void key(String expression) {
        key.add(expression);
    }

    void where(String condition) {
        where = condition;
    }

    /** One hop: {@code name: { from: table, on: { column: expression } }}, and what to take of what is found. */
    void lookup(String name, TableId table, String on, String take) {
        var line = name + ": { from: " + YamlText.flow(table.toString()) + ", on: { " + on + " }" + take + " }";
        if (!lookups.contains(line)) {
            lookups.add(line);
        }
    }

    /** A field with its value, which is YAML already. */
    void field(String name, String yaml) {
        fields.add(name + ": " + yaml);
    }

    /** A field nobody is sure of: a comment to be made a line, or not. */
    void doubtful(String name, String yaml, String why) {
        fields.add("# " + name + ": " + yaml + "   # " + YamlText.comment(why));
    }

    void remark(String text) {
        remarks.add("# " + YamlText.comment(text));
    }

    /** The lines, all of them comments where the whole entry is doubtful. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        doubt.ifPresent(why -> lines.add("Not sure of " + from + ": " + YamlText.comment(why) + "."));
        lines.add("- to: " + topic);
        lines.add("  from: " + YamlText.block(from.toString()));
        lines.add(
                "  key: [" + String.join(", ", key.stream().map(YamlText::flow).toList()) + "]");
        if (!where.isEmpty()) {
            lines.add("  where: " + YamlText.block(where));
        }
        addSection(lines, "  lookup:", lookups);
        addSection(lines, "  fields:", fields);
        remarks.forEach(remark -> lines.add("  " + remark));
        return lines.stream()
                .map(line -> doubt.isPresent() ? "  # " + line : "  " + line)
                .toList();
    }

    private static void addSection(List<String> lines, String name, List<String> entries) {
        boolean nothing = entries.stream().allMatch(entry -> entry.startsWith("#"));
        if (!entries.isEmpty()) {
            lines.add(nothing ? name + " {}" : name);
            entries.forEach(entry -> lines.add("    " + entry));
        }
    }

    boolean isSure() {
        return doubt.isEmpty();
    }
}
