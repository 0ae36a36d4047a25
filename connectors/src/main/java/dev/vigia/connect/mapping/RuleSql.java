package dev.vigia.connect.mapping;

import dev.vigia.connect.expression.Expression.Mapped;
import dev.vigia.connect.expression.Kind;
import dev.vigia.connect.expression.Sql;
import dev.vigia.connect.expression.Term;
import dev.vigia.connect.expression.Texts;
import dev.vigia.connect.expression.Trait;
import dev.vigia.connect.row.ColumnType;
import dev.vigia.connect.row.TableId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of one rule for sales in SQL, made to fit as the records are. */
record RuleSql(BoundRule.Parts parts) {

    /** What is refused in them is null. */
    private static final Set<String> NO_TEXTS = Set.of("sold_at", "quantity", "revenue", "cancelled");

    /** A select of order_id, kind, status, sold_at and region. */
    String orders() {
        return select(
                Set.of("kind", "status", "soldAt", "region"),
                List.of(
                        column("order_id", key()),
                        column("kind", needed("kind", "'UNKNOWN'::text")),
                        column("status", needed("status", "'UNKNOWN'::text")),
                        column("sold_at", sql("soldAt", "null::timestamptz")),
                        column("region", text("region"))));
    }

    /** A select of order_id, product, quantity, revenue, kind and cancelled. */
    String lines() {
        return select(
                Set.of("product", "quantity", "revenue", "kind", "cancelled"),
                List.of(
                        column("order_id", key()),
                        column("product", text("product")),
                        column("quantity", decimal("quantity")),
                        column("revenue", decimal("revenue")),
                        column("kind", sql("kind", "null::text")),
                        column("cancelled", cancelled())));
    }

    /** @param fields that the columns are made of */
    private String select(Set<String> fields, List<String> counted) {
        var unmapped = mapsBeside(fields);
        var columns = Stream.concat(counted.stream(), unmapped.stream()).toList();
        var selected = columns.stream().map(column -> "    " + column).collect(Collectors.joining(",\n"));
        var rows = "  select\n" + selected + "\n  from " + table(parts.spec().from()) + " as "
                + Sql.name(LookupReader.ROW) + joins() + where();
        return refusals(columns).isEmpty()
                ? rows
                : "  select " + (unmapped.isEmpty() ? "*" : names(counted)) + " from (\n" + rows.indent(2)
                        + "  ) as mapped\n  where " + String.join(" and ", refusals(columns));
    }

    /** Other fields count for nothing, but a value that is not in their map refuses the row. */
    private List<String> mapsBeside(Set<String> fields) {
        return parts.spec().fields().stream()
                .filter(field -> field.expression() instanceof Mapped
                        && !fields.contains(field.type().name()))
                .map(field ->
                        column("mapped_" + field.type().name(), sql(field.type().name(), "null::text")))
                .filter(column -> column.contains(Sql.REFUSED))
                .toList();
    }

    /** What rows with a value that is refused are known by. */
    private static List<String> refusals(List<String> columns) {
        return columns.stream()
                .filter(column -> column.contains(Sql.REFUSED))
                .map(RuleSql::name)
                .filter(name -> !NO_TEXTS.contains(name))
                .map(name -> name + " is distinct from " + Sql.REFUSED)
                .toList();
    }

    private static String names(List<String> columns) {
        return columns.stream().map(RuleSql::name).collect(Collectors.joining(", "));
    }

    private static String name(String column) {
        return column.substring(column.lastIndexOf(" as ") + 4);
    }

    /** What the rule maps, less the rows whose key lacks a part: those are refused. */
    private String where() {
        var conditions = new ArrayList<String>();
        var where = parts.where();
        if (where != null) {
            conditions.add(where.sql().text());
        }
        parts.key().parts().forEach(part -> conditions.add(part.sql().text() + " <> ''"));
        return "\n  where " + String.join("\n    and ", conditions);
    }

    private String joins() {
        return parts.lookups().stream()
                .filter(lookup -> lookup.spec().all() == null)
                .map(RuleSql::join)
                .collect(Collectors.joining());
    }

    /** At most one row a lookup, as in Java: plainly where the primary key is compared, else the first in its order. */
    private static String join(BoundLookup lookup) {
        var alias = Sql.name(lookup.name());
        var conditions = conditions(lookup);
        var isUnique = !lookup.shape().primaryKey().isEmpty()
                && new HashSet<>(lookup.columns()).containsAll(lookup.shape().primaryKey());
        if (isUnique) {
            return "\n  left join " + table(lookup.table()) + " as " + alias + " on " + conditions;
        }
        return "\n  left join lateral (\n    select * from " + table(lookup.table()) + " as " + alias + " where "
                + conditions + "\n    order by " + order(lookup) + " limit 1) as " + alias + " on true";
    }

    private static String conditions(BoundLookup lookup) {
        var conditions = new ArrayList<String>();
        for (int i = 0; i < lookup.columns().size(); i++) {
            conditions.add(lookup.compared().get(i).sql().text() + " = "
                    + lookup.on().get(i).sql().text());
        }
        return String.join(" and ", conditions);
    }

    private static String order(BoundLookup lookup) {
        var newest = lookup.spec().newest();
        var identity = lookup.identity().stream()
                .map(name -> ordered(lookup, name) + (newest == null ? "" : " desc"))
                .collect(Collectors.joining(", "));
        return newest == null ? identity : Sql.name(newest) + " desc nulls last, " + identity;
    }

    /** As Java orders text: by its characters, not by a language. */
    private static String ordered(BoundLookup lookup, String column) {
        boolean isText = lookup.shape().column(column).type() == ColumnType.TEXT;
        return isText ? Sql.name(column) + "::text collate \"C\"" : Sql.name(column);
    }

    private String key() {
        return parts.key().parts().get(0).sql().text();
    }

    private String sql(String field, String otherwise) {
        var term = parts.terms().of(field);
        return term == null || term.kind() == Kind.NOTHING
                ? otherwise
                : term.sql().text();
    }

    private String cancelled() {
        return parts.terms().of("cancelled") == null ? "false" : "coalesce(" + sql("cancelled", "false") + ", false)";
    }

    /** Of a field that may not be null: a row without it is refused. */
    private String needed(String field, String otherwise) {
        var said = parts.terms().of(field);
        return said == null ? otherwise : "coalesce(" + said.sql().text() + ", " + Sql.REFUSED + ")";
    }

    private String text(String field) {
        var term = parts.terms().of(field);
        return term == null ? "null::text" : clean(term);
    }

    /** As text; what is text by itself may hold tabs and line breaks, unless it is written in the mapping. */
    private static String clean(Term term) {
        var text = Texts.text(term).sql().text();
        return term.kind() == Kind.TEXT && !term.is(Trait.CONSTANT) ? Sql.clean(text) : text;
    }

    private String decimal(String field) {
        var term = parts.terms().of(field);
        var type = parts.spec().form().fields().get(field);
        if (term == null || type == null) {
            return "0";
        }
        var number = term.sql().text();
        return term.is(Trait.COMPUTED) ? Sql.roundedHalfEven(number, type.scale()) : Sql.exact(number, type.scale());
    }

    private static String table(TableId table) {
        return table.schema().isEmpty()
                ? Sql.name(table.name())
                : Sql.name(table.schema()) + "." + Sql.name(table.name());
    }

    private static String column(String name, String sql) {
        return sql + " as " + name;
    }
}
