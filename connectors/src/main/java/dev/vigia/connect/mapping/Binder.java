package dev.vigia.connect.mapping;

import dev.vigia.connect.expression.Names;
import dev.vigia.connect.expression.Setting;
import dev.vigia.connect.expression.Source;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Binds the records of a mapping to the shapes of their tables. */
final class Binder {

    private final Mapping mapping;
    private final Map<TableId, TableShape> shapes;
    private final Salt salt;
    private final Problems problems;

    Binder(Mapping mapping, Map<TableId, TableShape> shapes, Salt salt) {
        this.mapping = mapping;
        this.shapes = shapes;
        this.salt = salt;
        this.problems = new Problems(mapping.file());
    }

    List<Rule> rules() {
        var rules = new ArrayList<Rule>();
        for (var spec : mapping.records()) {
            refuseWithoutSalt(spec);
            var rule = new RuleBinder(this, spec).bind();
            if (rule != null) {
                rules.add(rule);
            }
        }
        problems.refuseIfAny();
        return List.copyOf(rules);
    }

    private void refuseWithoutSalt(RecordSpec spec) {
        if (!salt.isNone()) {
            return;
        }
        for (var field : spec.fields()) {
            Known.hashed(
                    field.expression(),
                    column -> problems.add(
                            field.line(),
                            field.type().name(),
                            "hash(…) needs a salt, and none is set: set one with --salt-file or VIGIA_SALT, or leave the field out"));
        }
    }

    /** The columns of a table; null, and the problem noted, where there is no such table. */
    @Nullable
    Source source(TableId table, int line, String about) {
        var shape = shapes.get(table);
        if (shape == null) {
            problems.add(
                    line,
                    about,
                    "there is no table \"" + table + "\" in the source. "
                            + Names.hint(
                                    table.toString(),
                                    shapes.keySet().stream()
                                            .map(TableId::toString)
                                            .toList()));
            return null;
        }
        return new Source(shape, mapping.declaredTypes(table), mapping.hashedColumns(table));
    }

    TableShape shape(TableId table) {
        return Objects.requireNonNull(shapes.get(table));
    }

    Problems problems() {
        return problems;
    }

    Header header() {
        return mapping.header();
    }

    Setting setting() {
        var header = mapping.header();
        return new Setting(header.zone(), header.units(), header.currencies(), salt::hash);
    }
}
