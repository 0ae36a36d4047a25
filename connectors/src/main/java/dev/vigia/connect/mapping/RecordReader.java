package dev.vigia.connect.mapping;

import dev.vigia.connect.expression.Expression;
import dev.vigia.connect.mapping.Entry.Value;
import dev.vigia.connect.row.TableId;
import dev.vigia.schemas.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the entries of records. */
final class RecordReader {

    private static final String ABOUT = "an entry of records";

    private final Problems problems;
    private final Map<String, Integer> entries = new HashMap<>();

    RecordReader(Problems problems) {
        this.problems = problems;
    }

    /** One entry; null, and the problems noted, where not even its topic and table are clear. */
    @Nullable
    RecordSpec read(Entry entry) {
        var sheet = Sheet.of(entry, ABOUT, problems).knows("to", "from", "key", "where", "lookup", "fields", "hidden");
        var to = sheet.needValue("to");
        var from = sheet.needValue("from");
        var topic = to == null ? null : problems.attempt(to.line(), "to", () -> Form.topic(String.valueOf(to.text())));
        return topic == null || from == null ? null : read(sheet, topic, TableId.parse(String.valueOf(from.text())));
    }

    private RecordSpec read(Sheet sheet, Topic topic, TableId from) {
        var form = Form.of(topic);
        var reader = new FieldReader(form, problems);
        var lookups = new LookupReader(reader, problems).read(sheet);
        var key = key(sheet, topic, form, reader);
        var where = sheet.find("where");
        var condition = where == null || !(where.value() instanceof Value value) ? null : reader.parsed(value, "where");
        var fields = sheet.sheet("fields");
        var spec = new RecordSpec(
                name(topic),
                topic,
                form,
                from,
                Keying.said(sheet),
                key,
                line(sheet, "key"),
                condition,
                line(sheet, "where"),
                lookups,
                fields == null ? List.of() : reader.read(fields),
                hidden(sheet),
                sheet.line());
        checkComplete(spec);
        checkLookups(spec);
        return spec;
    }

    private String name(Topic topic) {
        int place = entries.merge(topic.name(), 1, Integer::sum);
        return place == 1 ? topic.name() : topic.name() + "#" + place;
    }

    private static int line(Sheet sheet, String name) {
        var entry = sheet.find(name);
        return entry == null ? sheet.line() : entry.line();
    }

    private List<Expression> key(Sheet sheet, Topic topic, Form form, FieldReader reader) {
        if (sheet.need("key") == null) {
            return List.of();
        }
        var parts = new ArrayList<Expression>();
        for (var item : sheet.items("key")) {
            var part = item instanceof Value value ? reader.parsed(value, "key") : null;
            if (part != null) {
                parts.add(part);
            }
        }
        if (problems.none() && parts.size() != form.keyFields().size()) {
            problems.add(
                    line(sheet, "key"),
                    "key",
                    "it has " + parts.size() + " parts, and the key of " + topic.name() + " is "
                            + topic.content().key().form());
        }
        return parts;
    }

    private Set<String> hidden(Sheet sheet) {
        var columns = new TreeSet<String>();
        for (var item : sheet.items("hidden")) {
            if (item instanceof Value value && value.text() != null) {
                columns.add(value.text());
            } else {
                problems.add(line(sheet, "hidden"), "hidden", "it is a list of columns of the table in from");
            }
        }
        return columns;
    }

    /** A field without default must be said; the key and lists fill theirs. */
    private void checkComplete(RecordSpec spec) {
        var filled = new HashSet<>(spec.form().keyFields());
        spec.fields().forEach(field -> filled.add(field.type().name()));
        spec.lookups().stream().filter(lookup -> lookup.all() != null).forEach(lookup -> filled.add(lookup.name()));
        for (var field : spec.form().fields().values()) {
            if (field.required() && !filled.contains(field.name())) {
                problems.add(spec.line(), field.name(), "the field has no default, and fields does not say it");
            }
        }
    }

    private void checkLookups(RecordSpec spec) {
        var all = spec.lookups().stream()
                .filter(lookup -> lookup.all() == null)
                .map(LookupSpec::name)
                .toList();
        spec.key().forEach(part -> check(spec.keyLine(), "key", part, List.of()));
        check(spec.whereLine(), "where", spec.where(), all);
        spec.fields().forEach(field -> check(field.line(), field.type().name(), field.expression(), all));
        var before = new ArrayList<String>();
        for (var lookup : spec.lookups()) {
            lookup.on().values().forEach(expression -> check(lookup.line(), lookup.label(), expression, before));
            var list = lookup.all();
            if (list == null) {
                before.add(lookup.name());
            } else {
                list.fields().forEach(field -> check(field.line(), field.type().name(), field.expression(), before));
            }
        }
    }

    private void check(int line, String about, @Nullable Expression expression, List<String> lookups) {
        problems.attempt(line, about, () -> {
            Known.checkLookups(expression, lookups);
            return true;
        });
    }
}
