package dev.vigia.app.sim.trade.order;

import dev.vigia.app.sim.trade.book.Dice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A basket at the order desk: when it is entered, with which mistakes, and whether it is cancelled or partly sent back. */
record NewOrder(Basket basket, Dice dice) implements Arrival {

    private static final double RETURNED_LINES = 0.03;

    @Override
    public Instant at() {
        return basket.at();
    }

    @Override
    public Outlook enter(long number) {
        var meant = new SalesOrder(number, Buyer.of(basket.customer()), at(), at().plus(delay()), null, lines());
        return basket.isCancelledLater()
                ? new Outlook(cancelled(meant), List.of())
                : new Outlook(Clerk.type(meant, dice), returns(meant));
    }

    private List<Line> lines() {
        var granted = basket.granted();
        return IntStream.range(0, granted.size())
                .mapToObj(place -> line(place + 1, granted.get(place)))
                .toList();
    }

    private static Line line(int number, Wish wish) {
        return new Line(number, wish.series().product().sku(), wish.granted(), wish.terms());
    }

    private Duration delay() {
        return dice.falls(basket.customer().channel().lateShare())
                ? dice.between(Duration.ofDays(1), Duration.ofDays(7))
                : dice.between(Duration.ofMinutes(1), Duration.ofMinutes(20));
    }

    private List<OrderEvent> cancelled(SalesOrder order) {
        var at = order.postedAt().plus(dice.between(Duration.ofHours(1), Duration.ofDays(5)));
        return List.of(
                new OrderEvent.Entered(order.postedAt(), order),
                new OrderEvent.Cancelled(at, order.number(), order.buyer().region(), order.lines()));
    }

    private List<AwaitedReturn> returns(SalesOrder order) {
        var returns = new ArrayList<AwaitedReturn>();
        for (var line : order.lines()) {
            if (dice.falls(RETURNED_LINES)) {
                var at = order.postedAt().plus(dice.between(Duration.ofDays(11), Duration.ofDays(35)));
                returns.add(new AwaitedReturn(at, order.number(), order.buyer(), part(line)));
            }
        }
        return returns;
    }

    /** All of it, or half. */
    private Line part(Line line) {
        var half = line.quantity()
                .divide(BigDecimal.valueOf(2))
                .setScale(0, RoundingMode.DOWN)
                .setScale(3);
        return dice.falls(0.5) || half.signum() == 0 ? line : line.withQuantity(half);
    }
}
