package dev.vigia.topology.demand.read;

import dev.vigia.domain.Money;
import dev.vigia.domain.OrderHeader;
import dev.vigia.domain.OrderLine;
import dev.vigia.domain.Passed;
import dev.vigia.domain.Quantity;
import dev.vigia.schema.Deleted;
import dev.vigia.schema.OrderStatus;
import dev.vigia.schema.Phase;
import dev.vigia.schema.ProgressMarker;
import dev.vigia.schema.SalesKind;
import dev.vigia.schema.SalesLine;
import dev.vigia.schema.SalesOrder;
import dev.vigia.schemas.Keys;
import dev.vigia.schemas.Position;
import dev.vigia.topology.demand.event.SalesEvent;
import dev.vigia.topology.demand.event.SalesEvent.LineChanged;
import dev.vigia.topology.demand.event.SalesEvent.OrderChanged;
import dev.vigia.topology.demand.event.SalesEvent.SourcePassed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Makes of the canonical records of sales what the join is told. */
final class SalesEvents {

    private static final String LINE = SalesLine.getClassSchema().getFullName();

    private final SalesRules rules;
    private final Instant from;
    private final Instant to;

    SalesEvents(SalesRules rules) {
        this.rules = rules;
        this.from = rules.from().atStartOfDay(rules.calendar().zone()).toInstant();
        this.to = rules.to().atStartOfDay(rules.calendar().zone()).toInstant();
    }

    /**
     * What a record says.
     *
     * @throws UnusableRecordException where it says nothing that could be counted
     */
    SalesEvent of(@Nullable String key, SpecificRecord value, Headers headers) {
        if (value instanceof ProgressMarker marker) {
            return passed(marker);
        }
        if (key == null || key.isEmpty()) {
            throw new UnusableRecordException("no-key", "the record has no key, so nobody knows what it is about");
        }
        var position = position(headers);
        if (value instanceof SalesOrder order) {
            require(key.equals(Keys.of(order.getOrderId())), key, order.getOrderId());
            return new OrderChanged(key, order.getSource(), position, header(order));
        }
        if (value instanceof SalesLine line) {
            require(key.equals(Keys.of(line.getOrderId(), line.getLineId())), key, line.getOrderId());
            return new LineChanged(Keys.firstPart(key), key, line.getSource(), position, line(line));
        }
        if (value instanceof Deleted deleted) {
            return deleted.getRecordType().equals(LINE)
                    ? new LineChanged(Keys.firstPart(key), key, deleted.getSource(), position, null)
                    : new OrderChanged(key, deleted.getSource(), position, null);
        }
        throw new UnusableRecordException(
                "wrong-record", "a " + value.getSchema().getName() + " is no order, line, delete or marker");
    }

    private static SourcePassed passed(ProgressMarker marker) {
        if (marker.getOf() < 1 || marker.getPhase() == Phase.UNKNOWN) {
            throw new UnusableRecordException(
                    "wrong-marker", "a marker of " + marker.getOf() + " partitions in phase " + marker.getPhase());
        }
        var passed = new Passed(marker.getEpoch(), marker.getPhase() == Phase.LIVE, marker.getAt(), marker.getOf());
        return new SourcePassed(marker.getSource(), marker.getTopic(), passed);
    }

    /** Null where the order counts nowhere: a draft, cancelled, or not dated yet. */
    private @Nullable OrderHeader header(SalesOrder order) {
        var soldAt = order.getSoldAt();
        var status = order.getStatus();
        if (soldAt == null || status == OrderStatus.DRAFT || status == OrderStatus.CANCELLED) {
            return null;
        }
        if (soldAt.isBefore(from) || !soldAt.isBefore(to)) {
            throw new UnusableRecordException(
                    "date-out-of-range", "soldAt " + soldAt + " is not within " + rules.from() + " and " + rules.to());
        }
        requireCurrency(order.getCurrency());
        var region = Objects.requireNonNullElse(order.getRegion(), "");
        return new OrderHeader(rules.calendar().weekOf(soldAt), region, order.getKind() == SalesKind.RETURN);
    }

    /** Null where the line counts nowhere: without a product, or cancelled. */
    private @Nullable OrderLine line(SalesLine line) {
        var product = line.getProduct();
        if (product == null || line.getCancelled()) {
            return null;
        }
        if (line.getCurrency() != null) {
            requireCurrency(line.getCurrency());
        }
        return new OrderLine(
                product,
                exact("quantity", line.getQuantity(), Quantity::of),
                exact("revenue", line.getRevenue(), Money::of),
                isReturn(line.getKind()));
    }

    /** Null where the order says so. */
    private static @Nullable Boolean isReturn(@Nullable SalesKind kind) {
        if (kind == null || kind == SalesKind.UNKNOWN) {
            return null;
        }
        return kind == SalesKind.RETURN;
    }

    private static <T> T exact(String field, BigDecimal value, Function<BigDecimal, T> of) {
        try {
            return of.apply(value);
        } catch (ArithmeticException e) {
            throw new UnusableRecordException("number-too-large", field + " " + value + " cannot be counted exactly");
        }
    }

    private void requireCurrency(String currency) {
        if (!currency.equals(rules.currency())) {
            throw new UnusableRecordException(
                    "other-currency",
                    "amounts are in \"" + currency + "\", and the business counts in " + rules.currency()
                            + ": let the mapping convert them");
        }
    }

    private static void require(boolean matches, String key, String order) {
        if (!matches) {
            throw new UnusableRecordException(
                    "key-mismatch", "the key is " + key + ", and the record is of order " + order);
        }
    }

    private static Position position(Headers headers) {
        try {
            var position = Position.of(headers);
            if (position == null) {
                throw new UnusableRecordException(
                        "no-position", "header " + Position.HEADER + " is missing, so nobody knows what is newer");
            }
            return position;
        } catch (IllegalArgumentException e) {
            throw new UnusableRecordException("wrong-position", String.valueOf(e.getMessage()));
        }
    }
}
