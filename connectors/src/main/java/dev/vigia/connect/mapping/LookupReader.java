package dev.vigia.connect.mapping;

import dev.vigia.connect.expression.Expression;
import dev.vigia.connect.expression.Names;
import dev.vigia.connect.mapping.Entry.Named;
import dev.vigia.connect.mapping.Entry.Value;
import dev.vigia.connect.mapping.LookupSpec.ListSpec;
import dev.vigia.connect.row.TableId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the lookups of an entry of records. */
record LookupReader(FieldReader reader, Problems problems) {

    /** As the row itself is called in SQL. */
    static final String ROW = "this";

    List<LookupSpec> read(Sheet record) {
        var lookup = record.sheet("lookup");
        var specs = new ArrayList<LookupSpec>();
        if (lookup != null) {
            for (var entry : lookup.entries()) {
                var spec = read(entry);
                if (spec != null) {
                    specs.add(spec);
                }
            }
        }
        return specs;
    }

    private @Nullable LookupSpec read(Named entry) {
        var name = String.valueOf(entry.name());
        var sheet = Sheet.of(entry.value(), "lookup " + name, problems).knows("from", "on", "newest", "all");
        var from = sheet.needValue("from");
        var on = on(sheet, name);
        var newest = sheet.find("newest");
        var column = newest == null ? null : sheet.value(newest);
        var all = sheet.sheet("all");
        if (name.equals(ROW)) {
            problems.add(entry.line(), "lookup " + name, "the row itself is called so: take another name");
        }
        if (all != null && newest != null) {
            problems.add(newest.line(), "lookup " + name, "newest gives one row and all gives all: keep one of them");
        }
        return from == null
                ? null
                : new LookupSpec(
                        name,
                        TableId.parse(String.valueOf(from.text())),
                        on,
                        column == null ? null : column.text(),
                        all == null ? null : list(name, all),
                        entry.line());
    }

    private Map<String, Expression> on(Sheet sheet, String name) {
        var on = new LinkedHashMap<String, Expression>();
        var block = sheet.need("on") == null ? null : sheet.sheet("on");
        if (block != null && block.entries().isEmpty()) {
            problems.add(block.line(), "lookup " + name, "on compares nothing: name at least one column");
        }
        for (var entry : block == null ? List.<Named>of() : block.entries()) {
            var expression = entry.value() instanceof Value value ? reader.parsed(value, "lookup " + name) : null;
            if (expression != null) {
                on.put(String.valueOf(entry.name()), expression);
            }
        }
        return on;
    }

    private @Nullable ListSpec list(String name, Sheet all) {
        var lists = reader.form().fields().values().stream()
                .filter(field -> field.sort() == FieldType.Sort.LIST)
                .toList();
        var field = lists.stream()
                .filter(list -> list.name().equals(name))
                .findFirst()
                .orElse(null);
        if (field == null) {
            problems.add(
                    all.line(),
                    "lookup " + name,
                    "a lookup with all fills the list of its own name, and there is no list \"" + name + "\". "
                            + Names.hint(
                                    name, lists.stream().map(FieldType::name).toList()));
            return null;
        }
        var form = Form.of(field);
        var fields = new FieldReader(form, problems).read(all);
        var said = fields.stream().map(spec -> spec.type().name()).toList();
        form.fields().values().stream()
                .filter(part -> part.required() && !said.contains(part.name()))
                .forEach(part ->
                        problems.add(all.line(), part.name(), "the field has no default, and all does not say it"));
        return new ListSpec(field, form, fields);
    }
}
