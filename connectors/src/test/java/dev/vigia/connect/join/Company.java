package dev.vigia.connect.join;

import static dev.vigia.connect.row.ColumnType.NUMBER;
import static dev.vigia.connect.row.ColumnType.TEXT;

import dev.vigia.connect.mapping.Found;
import dev.vigia.connect.mapping.Lookup;
import dev.vigia.connect.mapping.Made;
import dev.vigia.connect.mapping.Refusal;
import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import dev.vigia.schemas.Topics;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A small company: lines of orders of partners in regions, and rules that look them up over three hops and back. */
final class Company {

    static final TableShape REGION = shape("region", List.of("id"), "id", "name");
    static final TableShape PARTNER = shape("partner", List.of("id"), "id", "region", "name");
    static final TableShape ORDER = shape("orders", List.of("id"), "id", "partner", "state", "since");
    static final TableShape LINE = shape("line", List.of("orders", "no"), "orders", "no", "code", "text");

    static final Map<TableId, TableShape> SHAPES =
            Stream.of(REGION, PARTNER, ORDER, LINE).collect(Collectors.toMap(TableShape::table, each -> each));

    /** A line with its order, the order's partner, and the partner's region; its key is a code that may change. */
    static final Rule LINES = new TestRule(
            "lines",
            Topics.PLACE_REGIONS,
            LINE.table(),
            List.of(
                    one("order", ORDER, "id", (row, found) -> row.get("orders")),
                    one("partner", PARTNER, "id", (row, found) -> value(found, "order", "partner")),
                    one("region", REGION, "id", (row, found) -> value(found, "partner", "region"))),
            "code",
            Company::line);

    /** A partner with all its orders, the newest of them, and the lines of that one. */
    static final Rule PARTNERS = new TestRule(
            "partners",
            Topics.PRODUCTS,
            PARTNER.table(),
            List.of(
                    many("orders", ORDER, "partner", (row, found) -> row.get("id"), Company::sorted),
                    many("newest", ORDER, "partner", (row, found) -> row.get("id"), Company::newest),
                    many("lines", LINE, "orders", (row, found) -> value(found, "newest", "id"), Company::sorted)),
            "id",
            (row, found) -> TestRule.mapped(
                    text(row, "id"), text(row, "name") + found.by("orders") + found.by("newest") + found.by("lines")));

    /** Regions stand in the topic of the lines, under keys that are sometimes the same. */
    static final Rule REGIONS = new TestRule(
            "regions",
            Topics.PLACE_REGIONS,
            REGION.table(),
            List.of(),
            "name",
            (row, found) -> TestRule.mapped(text(row, "name"), row));

    static final List<Rule> RULES = List.of(LINES, PARTNERS, REGIONS);

    private Company() {}

    private static Made line(Row row, Found found) {
        var state = value(found, "order", "state");
        if (found.by("region").isEmpty() || "draft".equals(state)) {
            return new Made.Excluded(text(row, "code"));
        }
        if ("odd".equals(state)) {
            var refusal = new Refusal("unmapped-value", "state is odd", "company.yaml:1 state");
            return new Made.Refused(text(row, "code"), refusal);
        }
        var region = value(found, "region", "name");
        var partner = value(found, "partner", "name");
        return TestRule.mapped(text(row, "code"), row + " " + state + " " + partner + " " + region);
    }

    private static String text(Row row, String column) {
        return String.valueOf(row.get(column));
    }

    /** What a lookup of one column looks for. */
    private interface Wanted {
        @Nullable
        Object of(Row row, Found found);
    }

    private static Lookup one(String name, TableShape table, String column, Wanted wanted) {
        return many(name, table, column, wanted, rows -> rows.stream().limit(1).toList());
    }

    private static Lookup many(
            String name, TableShape table, String column, Wanted wanted, UnaryOperator<List<Row>> picks) {
        var newest = name.equals("newest") ? "since" : null;
        return new TestLookup(
                name, table.table(), List.of(column), (row, found) -> list(wanted.of(row, found)), newest, picks);
    }

    private static @Nullable List<Object> list(@Nullable Object value) {
        return value == null ? null : List.of(value);
    }

    private static @Nullable Object value(Found found, String lookup, String column) {
        var rows = found.by(lookup);
        return rows.isEmpty() ? null : rows.get(0).get(column);
    }

    private static List<Row> sorted(List<Row> rows) {
        return rows.stream().sorted(Comparator.comparing(Row::toString)).toList();
    }

    private static List<Row> newest(List<Row> rows) {
        return rows.stream()
                .max(Comparator.comparing((Row row) -> (BigDecimal) Objects.requireNonNull(row.get("since")))
                        .thenComparing(Row::toString))
                .stream()
                .toList();
    }

    private static TableShape shape(String table, List<String> key, String... columns) {
        var all = Stream.of(columns)
                .map(name -> new Column(name, name.equals("id") ? NUMBER : TEXT, "any"))
                .toList();
        return new TableShape(TableId.parse("erp." + table), all, key);
    }
}
