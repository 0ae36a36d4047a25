package dev.vigia.app.sim.trade.order;

import dev.vigia.app.sim.trade.book.Dice;
import dev.vigia.app.sim.trade.product.Region;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Types an order as it was meant, or with a mistake that is put right later: what the books say in the end is right. */
final class Clerk {

    private static final double WRONG_DATES = 0.010;
    private static final double WRONG_REGIONS = 0.008;
    private static final double WRONG_QUANTITIES = 0.015;
    private static final double DOUBLE_LINES = 0.006;
    private static final List<BigDecimal> SLIPS = List.of(new BigDecimal(2), new BigDecimal(3), BigDecimal.TEN);

    private final Dice dice;
    private final List<OrderEvent> corrections = new ArrayList<>();

    private Clerk(Dice dice) {
        this.dice = dice;
    }

    /** The order as typed, and its corrections. */
    static List<OrderEvent> type(SalesOrder meant, Dice dice) {
        var clerk = new Clerk(dice);
        var typed = clerk.lines(clerk.region(clerk.date(meant)));
        clerk.corrections.add(0, new OrderEvent.Entered(meant.postedAt(), typed));
        return clerk.corrections;
    }

    private SalesOrder date(SalesOrder meant) {
        if (!dice.falls(WRONG_DATES)) {
            return meant;
        }
        corrections.add(new OrderEvent.Redated(noticed(meant), meant.number(), meant.orderedAt()));
        return meant.orderedAt(meant.orderedAt().minus(Duration.ofDays(dice.between(1, 9))));
    }

    private SalesOrder region(SalesOrder meant) {
        var buyer = meant.buyer();
        var typed = dice.oneOf(List.of(Region.values()));
        if (!dice.falls(WRONG_REGIONS) || typed == buyer.region()) {
            return meant;
        }
        corrections.add(new OrderEvent.Rerouted(noticed(meant), meant.number(), buyer.region()));
        return meant.by(buyer.movedTo(typed));
    }

    private SalesOrder lines(SalesOrder meant) {
        var typed = new ArrayList<Line>();
        meant.lines().forEach(line -> typed.add(quantity(line, meant)));
        for (var line : meant.lines()) {
            if (dice.falls(DOUBLE_LINES)) {
                typed.add(doubled(line, typed.size() + 1, meant));
            }
        }
        return meant.with(typed);
    }

    private Line quantity(Line line, SalesOrder meant) {
        if (!dice.falls(WRONG_QUANTITIES)) {
            return line;
        }
        corrections.add(new OrderEvent.LineCorrected(noticed(meant), meant.number(), line));
        return line.withQuantity(line.quantity().multiply(dice.oneOf(SLIPS)));
    }

    private Line doubled(Line line, int number, SalesOrder meant) {
        var twin = line.numbered(number);
        corrections.add(new OrderEvent.LineDeleted(noticed(meant), meant.number(), twin));
        return twin;
    }

    private Instant noticed(SalesOrder order) {
        return order.postedAt().plus(dice.between(Duration.ofHours(1), Duration.ofDays(10)));
    }
}
