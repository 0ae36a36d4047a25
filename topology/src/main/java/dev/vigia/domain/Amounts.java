package dev.vigia.domain;

/**
 * What was sold and came back, exactly.
 *
 * @param gross quantity sold
 * @param returned quantity that came back
 * @param revenue of sales, less that of returns
 */
public record Amounts(Quantity gross, Quantity returned, Money revenue) {

    public static final Amounts NOTHING = new Amounts(Quantity.ZERO, Quantity.ZERO, Money.ZERO);

    /** What a line sold; its source's corrections may be negative. */
    public static Amounts sold(Quantity quantity, Money revenue) {
        return new Amounts(quantity, Quantity.ZERO, revenue);
    }

    /** What a line brought back, whatever sign its source gave it. */
    public static Amounts cameBack(Quantity quantity, Money revenue) {
        return new Amounts(Quantity.ZERO, quantity.abs(), revenue.abs().negated());
    }

    public Amounts plus(Amounts other) {
        return new Amounts(gross.plus(other.gross), returned.plus(other.returned), revenue.plus(other.revenue));
    }

    public Amounts negated() {
        return new Amounts(gross.negated(), returned.negated(), revenue.negated());
    }

    public Quantity net() {
        return gross.plus(returned.negated());
    }
}
