package dev.vigia.app.sim.trade.product;

import dev.vigia.app.sim.trade.book.Dice;

/** A span of sizes, from which small ones are drawn as often as large ones are rare. */
public record Span(double low, double high) {

    public double draw(Dice dice) {
        return low * Math.pow(high / low, dice.between(0.0, 1.0));
    }
}
