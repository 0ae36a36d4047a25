package dev.vigia.connect.mapping;

import dev.vigia.connect.expression.Compiler;
import dev.vigia.connect.expression.Computation;
import dev.vigia.connect.expression.Expression;
import dev.vigia.connect.expression.Kind;
import dev.vigia.connect.expression.Names;
import dev.vigia.connect.expression.Scope;
import dev.vigia.connect.expression.Source;
import dev.vigia.connect.expression.Term;
import dev.vigia.connect.expression.Texts;
import dev.vigia.connect.expression.WrongExpressionException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Binds one entry of records. */
final class RuleBinder {

    private final Binder binder;
    private final RecordSpec spec;
    private final Problems problems;
    private final List<String> names = new ArrayList<>();
    private final List<Source> sources = new ArrayList<>();
    private final List<BoundLookup> lookups = new ArrayList<>();
    private final List<BoundList> lists = new ArrayList<>();

    RuleBinder(Binder binder, RecordSpec spec) {
        this.binder = binder;
        this.spec = spec;
        this.problems = binder.problems();
    }

    /** The rule; null, and the problems noted, where its tables are not there. */
    @Nullable
    BoundRule bind() {
        var row = binder.source(spec.from(), spec.line(), "from");
        if (row == null) {
            return null;
        }
        spec.hidden().forEach(column -> attempt(spec.line(), "hidden", () -> row.column(column, 0, LookupReader.ROW)));
        var stage = new Stage(row, names, sources);
        for (var lookup : spec.lookups()) {
            bind(lookup, stage);
        }
        var scope = scope(row, 0, LookupReader.ROW);
        var where = spec.where() == null ? null : where(spec.where(), scope);
        var terms = new LinkedHashMap<String, Term>();
        var cells = cells(spec.fields(), scope, terms);
        if (spec.form().fields().containsKey(Form.SOURCE)) {
            cells.add(constant(Form.SOURCE, binder.header().source()));
        }
        var parts = new BoundRule.Parts(
                spec,
                stage,
                key(scope),
                where,
                problems.where(spec.whereLine(), "where"),
                List.copyOf(lookups),
                List.copyOf(cells),
                List.copyOf(lists),
                new Terms(terms));
        return problems.none() ? new BoundRule(parts, keyColumns()) : null;
    }

    private Set<String> keyColumns() {
        var columns = new TreeSet<String>();
        spec.key().forEach(part -> Known.columns(part, column -> columns.add(column.name())));
        return columns;
    }

    /** Bare names are columns of the source; others are those of lookups bound so far. */
    private Scope scope(Source own, int number, String alias) {
        return (lookup, name) -> {
            if (lookup == null) {
                return own.column(name, number, alias);
            }
            int place = names.indexOf(lookup);
            if (place < 0) {
                throw new WrongExpressionException(
                        "there is no lookup \"" + lookup + "\". " + Names.hint(lookup, names));
            }
            return sources.get(place).column(name, place + 1, lookup);
        };
    }

    private void bind(LookupSpec lookup, Stage stage) {
        var source = binder.source(lookup.from(), lookup.line(), lookup.label());
        var place = names.size();
        if (source == null) {
            return;
        }
        var compared = new ArrayList<Term>();
        var on = on(lookup, stage, source, compared);
        names.add(lookup.name());
        sources.add(source);
        var newest = lookup.newest();
        if (newest != null) {
            problems.attempt(lookup.line(), lookup.label(), () -> source.column(newest, 0, lookup.name()));
        }
        lookups.add(new BoundLookup(
                lookup,
                binder.shape(lookup.from()),
                compared,
                on,
                stage,
                problems.where(lookup.line(), lookup.label())));
        if (lookup.all() != null) {
            lists.add(list(lookup, lookup.all(), source, place + 1));
        }
    }

    private List<Term> on(LookupSpec lookup, Stage stage, Source source, List<Term> compared) {
        var terms = new ArrayList<Term>();
        lookup.on().forEach((column, expression) -> {
            var term = attempt(lookup.line(), lookup.label(), () -> {
                var wanted = compiled(expression, scope(stage.row(), 0, LookupReader.ROW));
                compared.add(source.column(column, names.size() + 1, lookup.name()));
                return comparable(wanted, compared.get(compared.size() - 1), column);
            });
            if (term != null) {
                terms.add(term);
            }
        });
        return terms;
    }

    private static Term comparable(Term wanted, Term column, String name) {
        if (wanted.kind() != column.kind()) {
            throw new WrongExpressionException(
                    "column \"" + name + "\" is " + column.kind().words() + ", and what it is compared with is "
                            + wanted.kind().words());
        }
        return wanted;
    }

    private BoundList list(LookupSpec lookup, LookupSpec.ListSpec list, Source source, int place) {
        var cells = cells(list.fields(), scope(source, place, lookup.name()), new LinkedHashMap<>());
        return new BoundList(
                list.field(), lookup.name(), place, source, new Blank(list.form(), cells), List.copyOf(cells));
    }

    private @Nullable Term where(Expression expression, Scope scope) {
        return attempt(spec.whereLine(), "where", () -> {
            var term = compiled(expression, scope);
            if (term.kind() != Kind.BOOLEAN) {
                throw new WrongExpressionException(
                        "it must say true or false, and this is " + term.kind().words());
            }
            return term;
        });
    }

    private KeyValue key(Scope scope) {
        var parts = new ArrayList<Term>();
        for (var expression : spec.key()) {
            var part = attempt(spec.keyLine(), "key", () -> Texts.text(compiled(expression, scope)));
            if (part != null) {
                parts.add(part);
            }
        }
        var fields = spec.form().keyFields().stream()
                .map(name -> Objects.requireNonNull(spec.form().fields().get(name)))
                .toList();
        return new KeyValue(parts, fields, problems.where(spec.keyLine(), "key"));
    }

    private List<Cell> cells(List<FieldSpec> fields, Scope scope, Map<String, Term> terms) {
        var cells = new ArrayList<Cell>();
        for (var field : fields) {
            var name = field.type().name();
            var value = attempt(field.line(), name, () -> {
                var term = compiled(field.expression(), scope);
                terms.put(name, term);
                return FieldValue.of(field.type(), term, binder.header());
            });
            if (value != null) {
                cells.add(new Cell(field.type(), value, problems.where(field.line(), name)));
            }
        }
        return cells;
    }

    private Cell constant(String field, String value) {
        Computation computation = scene -> value;
        var type = Objects.requireNonNull(spec.form().fields().get(field));
        return new Cell(type, computation, problems.where(spec.line(), field));
    }

    private Term compiled(Expression expression, Scope scope) {
        return new Compiler(scope, binder.setting()).compile(expression);
    }

    private <T> @Nullable T attempt(int line, String about, Supplier<T> step) {
        return problems.attempt(line, about, step);
    }
}
