package dev.vigia.app.selftest;

import dev.vigia.schema.Deleted;
import dev.vigia.schema.OrderStatus;
import dev.vigia.schema.SalesLine;
import dev.vigia.schema.SalesOrder;
import dev.vigia.schemas.Keys;
import dev.vigia.schemas.Topics;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Changes rows of the ERP in every way there is, and waits for each to be seen in Kafka. */
final class SeeChanges implements Stage {

    /** A line of the ERP. */
    private record Line(long order, int number, BigDecimal quantity) {

        String key() {
            return Keys.of(Long.toString(order), Integer.toString(number));
        }

        String condition() {
            return " where order_id = " + order + " and line_no = " + number;
        }
    }

    private final Duration within;

    SeeChanges(Duration within) {
        this.within = within;
    }

    @Override
    public String name() {
        return "changes are seen";
    }

    @Override
    public String prove(Trial trial) throws SQLException {
        try (var tail = trial.tail(List.of(Topics.SALES_ORDERS, Topics.SALES_LINES))) {
            var update = update(trial.connection(), tail);
            var delete = delete(trial.connection(), tail);
            var rekey = changeKey(trial.connection(), tail);
            var cancel = cancel(trial.connection(), tail);
            return String.format(
                    Locale.ROOT,
                    "update %d ms, delete %d ms, key change %d ms, cancellation %d ms",
                    update.toMillis(),
                    delete.toMillis(),
                    rekey.toMillis(),
                    cancel.toMillis());
        }
    }

    private Duration update(Connection erp, Tail tail) throws SQLException {
        var line = line(erp, 0);
        change(erp, "update erp.sales_order_line set quantity = quantity + 1" + line.condition());
        var wanted = line.quantity().add(BigDecimal.ONE);
        return tail.await("an updated line", isLine(line.key(), wanted), within);
    }

    private Duration delete(Connection erp, Tail tail) throws SQLException {
        var line = line(erp, 1);
        change(erp, "delete from erp.sales_order_line" + line.condition());
        return tail.await("a deleted line", is(line.key(), Deleted.class, any -> true), within);
    }

    private Duration changeKey(Connection erp, Tail tail) throws SQLException {
        var line = line(erp, 2);
        var moved = new Line(line.order(), 900, line.quantity());
        change(erp, "update erp.sales_order_line set line_no = 900" + line.condition());
        var old = tail.await("the end of an old key", is(line.key(), Deleted.class, any -> true), within);
        return old.plus(tail.await("a line under its new key", isLine(moved.key(), moved.quantity()), within));
    }

    private Duration cancel(Connection erp, Tail tail) throws SQLException {
        var line = line(erp, 3);
        change(erp, "update erp.sales_order set status = 'cancelled' where order_id = " + line.order());
        Predicate<SalesOrder> cancelled = order -> order.getStatus() == OrderStatus.CANCELLED;
        var key = Keys.of(Long.toString(line.order()));
        return tail.await("a cancelled order", is(key, SalesOrder.class, cancelled), within);
    }

    private static Predicate<ConsumerRecord<String, SpecificRecord>> isLine(String key, BigDecimal quantity) {
        return is(key, SalesLine.class, line -> line.getQuantity().compareTo(quantity) == 0);
    }

    private static <T extends SpecificRecord> Predicate<ConsumerRecord<String, SpecificRecord>> is(
            String key, Class<T> type, Predicate<T> wanted) {
        return record ->
                record.key().equals(key) && type.isInstance(record.value()) && wanted.test(type.cast(record.value()));
    }

    /** The n-th newest confirmed line, counted by orders. */
    private static Line line(Connection erp, int n) throws SQLException {
        var sql = "select distinct on (order_id) order_id, line_no, quantity from erp.sales_order_line"
                + " join erp.sales_order using (order_id) where status = 'confirmed' and kind = 'sale'"
                + " order by order_id desc, line_no offset " + n + " limit 1";
        try (var statement = erp.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return new Line(rows.getLong(1), rows.getInt(2), rows.getBigDecimal(3));
        }
    }

    private static void change(Connection erp, String sql) throws SQLException {
        try (var statement = erp.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
