package dev.vigia.app.sim.trade.product;

/** How fast a product sells: steps a week in an average region, steps a line, and how restless a week and a day are. */
@SuppressWarnings("ImmutableEnumChecker") // what it holds is immutable, though not marked so
public enum Pace {
    FAST(new Span(25, 110), 6.0, 0.08, 0.20),
    STEADY(new Span(5, 25), 1.9, 0.12, 0.30),
    /** Weeks without a sale, then a lump: intermittent demand. */
    SLOW(new Span(0.12, 1.3), 2.4, 0, 0);

    private final Span weekly;
    private final double lineSize;
    private final double weekDeviation;
    private final double dayDeviation;

    Pace(Span weekly, double lineSize, double weekDeviation, double dayDeviation) {
        this.weekly = weekly;
        this.lineSize = lineSize;
        this.weekDeviation = weekDeviation;
        this.dayDeviation = dayDeviation;
    }

    public Span weekly() {
        return weekly;
    }

    public double lineSize() {
        return lineSize;
    }

    public double weekDeviation() {
        return weekDeviation;
    }

    public double dayDeviation() {
        return dayDeviation;
    }
}
