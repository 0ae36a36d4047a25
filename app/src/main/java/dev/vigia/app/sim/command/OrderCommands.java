package dev.vigia.app.sim.command;

import dev.vigia.app.sim.Command;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Commands that a clerk would carry out in the ERP: change-line, cancel-order. */
final class OrderCommands {

    /** The discount is money off the line: its share of the price stays as agreed. */
    private static final String CHANGE_LINE = """
            update erp.sales_order_line
            set quantity = ?,
                discount = round(discount * ? / quantity, 2),
                amount = round(unit_price * ?, 2) - round(discount * ? / quantity, 2)
            where order_id = ? and line_no = ?
            returning amount
            """;

    private static final int QUANTITY_SCALE = 3;

    /** More would not fit the column, nor, with many more, the memory. */
    private static final int WHOLE_DIGITS = 15;

    private static final String CANCELLED = "cancelled";

    private final Connection connection;

    OrderCommands(Connection connection) {
        this.connection = connection;
    }

    Outcome changeLine(Command command) throws SQLException {
        var arguments = new Arguments(command);
        var order = arguments.number("order");
        var line = arguments.number("line");
        var quantity = quantity(arguments);
        var refusal = refusal(order);
        return refusal.isPresent() ? refusal.get() : changeLine(order, line, quantity, command.at());
    }

    Outcome cancelOrder(Command command) throws SQLException {
        var order = new Arguments(command).number("order");
        var refusal = refusal(order);
        return refusal.isPresent() ? refusal.get() : cancelOrder(order, command.at());
    }

    private static BigDecimal quantity(Arguments arguments) {
        var quantity = arguments.decimal("quantity");
        var digits = (long) quantity.precision() - quantity.scale();
        if (quantity.signum() <= 0
                || digits > WHOLE_DIGITS
                || quantity.stripTrailingZeros().scale() > QUANTITY_SCALE) {
            throw arguments.unusable("quantity", "more than 0, with at most 15 digits before the point and 3 after it");
        }
        return quantity.setScale(QUANTITY_SCALE);
    }

    private Optional<Outcome> refusal(long order) throws SQLException {
        try (var statement = connection.prepareStatement("select status from erp.sales_order where order_id = ?")) {
            statement.setLong(1, order);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return Optional.of(new Outcome.Refused("There is no order " + order + "."));
                }
                return rows.getString("status").equals(CANCELLED)
                        ? Optional.of(new Outcome.Refused("Order " + order + " is cancelled already."))
                        : Optional.empty();
            }
        }
    }

    private Outcome changeLine(long order, long line, BigDecimal quantity, Instant at) throws SQLException {
        try (var statement = connection.prepareStatement(CHANGE_LINE)) {
            for (var place = 1; place <= 4; place++) {
                statement.setBigDecimal(place, quantity);
            }
            statement.setLong(5, order);
            statement.setLong(6, line);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return new Outcome.Refused("Order " + order + " has no line " + line + ".");
                }
                touch(order, at);
                return new Outcome.Done("Line %d of order %d: quantity is now %s, amount %s."
                        .formatted(line, order, quantity.toPlainString(), rows.getBigDecimal("amount")));
            }
        }
    }

    private Outcome cancelOrder(long order, Instant at) throws SQLException {
        try (var statement = connection.prepareStatement("update erp.sales_order set status = ? where order_id = ?")) {
            statement.setString(1, CANCELLED);
            statement.setLong(2, order);
            statement.executeUpdate();
        }
        touch(order, at);
        return new Outcome.Done("Order " + order + " is cancelled.");
    }

    private void touch(long order, Instant at) throws SQLException {
        try (var statement =
                connection.prepareStatement("update erp.sales_order set updated_at = ? where order_id = ?")) {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            statement.setLong(2, order);
            statement.executeUpdate();
        }
    }
}
