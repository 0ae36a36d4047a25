package dev.vigia.app.sim.small;

import dev.vigia.app.sim.Column;
import dev.vigia.app.sim.Command;
import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.Day;
import dev.vigia.app.sim.Department;
import dev.vigia.app.sim.Draws;
import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.RowChange.Kind;
import dev.vigia.app.sim.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes a few orders a day: inserted with lines, updated, cancelled days later, and some deleted again. */
public record Shop(CompanySettings settings) implements Department<Shop.State> {

    public static final Table CUSTOMER = new Table(
            "erp.customer",
            1,
            List.of(new Column("customer_id", Column.Type.TEXT), new Column("name", Column.Type.TEXT)));

    public static final Table ORDER = new Table(
            "erp.sales_order",
            1,
            List.of(
                    new Column("order_id", Column.Type.BIGINT),
                    new Column("customer_id", Column.Type.TEXT),
                    new Column("status", Column.Type.TEXT),
                    new Column("urgent", Column.Type.BOOLEAN),
                    new Column("wanted_on", Column.Type.DATE),
                    new Column("updated_at", Column.Type.INSTANT)));

    public static final Table LINE = new Table(
            "erp.sales_order_line",
            2,
            List.of(
                    new Column("order_id", Column.Type.BIGINT),
                    new Column("line_no", Column.Type.INTEGER),
                    new Column("quantity", Column.Type.QUANTITY),
                    new Column("unit_price", Column.Type.MONEY),
                    new Column("discount", Column.Type.MONEY),
                    new Column("amount", Column.Type.MONEY)));

    /** The orders of the last days, oldest first, and the last number given. */
    public record State(long lastNumber, List<Long> open) {}

    @Override
    public String name() {
        return "shop";
    }

    @Override
    public List<Table> tables() {
        return List.of(CUSTOMER, ORDER, LINE);
    }

    @Override
    public Class<State> stateType() {
        return State.class;
    }

    @Override
    public State initialState() {
        return new State(0, List.of());
    }

    @Override
    public List<RowChange> opening() {
        var at = settings.start().atStartOfDay(settings.zone()).toInstant();
        return List.of(
                change(at, CUSTOMER, Kind.INSERT, "C-1", "Back\\slash, tab\tand\nline"),
                change(at, CUSTOMER, Kind.INSERT, "C-2", null));
    }

    @Override
    public Day<State> plan(LocalDate day, State state, List<Command> commands) {
        var draws = new Draws(settings.seed()).of("shop", day);
        var start = day.atStartOfDay(settings.zone()).toInstant();
        var changes = new ArrayList<RowChange>();
        var open = new ArrayList<>(state.open());
        var number = state.lastNumber();
        for (var count = 0; count < settings.products(); count++) {
            var at = start.plusSeconds(600L + count * 3_600L + draws.nextInt(3_600));
            changes.addAll(order(++number, day, at, draws.nextInt(1, 9)));
            if (draws.nextBoolean()) {
                changes.add(corrected(at.plusSeconds(1), number));
            }
            open.add(number);
        }
        while (open.size() > 3 * settings.products()) {
            changes.addAll(ended(open.remove(0), start.plusSeconds(85_000)));
        }
        return new Day<>(changes, Stream::empty, new State(number, open));
    }

    private static List<RowChange> order(long number, LocalDate day, Instant at, int quantity) {
        var customer = number % 2 == 0 ? "C-1" : "C-2";
        var amount = BigDecimal.valueOf(quantity * 1_000L - 100, 2);
        return List.of(
                change(at, ORDER, Kind.INSERT, number, customer, "confirmed", number % 5 == 0, day.plusDays(7), at),
                change(
                        at,
                        LINE,
                        Kind.INSERT,
                        number,
                        1,
                        new BigDecimal(quantity).setScale(3),
                        new BigDecimal("10.00"),
                        new BigDecimal("1.00"),
                        amount));
    }

    private static RowChange corrected(Instant at, long number) {
        return new RowChange(
                at, LINE, Kind.UPDATE, Map.of("order_id", number, "line_no", 1, "discount", new BigDecimal("1.50")));
    }

    private static List<RowChange> ended(long number, Instant at) {
        return number % 3 == 0
                ? List.of(
                        new RowChange(at, LINE, Kind.DELETE, Map.of("order_id", number, "line_no", 1)),
                        new RowChange(at, ORDER, Kind.DELETE, Map.of("order_id", number)))
                : List.of(new RowChange(
                        at, ORDER, Kind.UPDATE, Map.of("order_id", number, "status", "closed", "updated_at", at)));
    }

    private static RowChange change(Instant at, Table table, Kind kind, @Nullable Object... inOrder) {
        var values = new HashMap<String, @Nullable Object>();
        for (var i = 0; i < inOrder.length; i++) {
            values.put(table.columns().get(i).name(), inOrder[i]);
        }
        return new RowChange(at, table, kind, values);
    }
}
