package dev.vigia.app.sim.trade.product;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** A category of goods: what it costs, how it is counted, and how much its buyers mind a higher price. */
@SuppressWarnings("ImmutableEnumChecker") // what it holds is immutable, though not marked so
public enum Category {
    COOLING("UN", "1", new Span(70, 480), 1.3, "Ceiling fan", "Desk fan", "Wall fan", "Air cooler", "Exhaust fan"),
    HEATING("UN", "1", new Span(90, 900), 1.2, "Shower heater", "Oil heater", "Fan heater", "Gas boiler", "Radiator"),
    PUMPS("UN", "1", new Span(280, 2400), 0.8, "Well pump", "Surface pump", "Booster pump", "Pool pump", "Drain pump"),
    TOOLS("UN", "1", new Span(120, 950), 1.5, "Impact drill", "Angle grinder", "Circular saw", "Sander", "Jigsaw"),
    CABLES("M", "0.5", new Span(2, 18), 0.9, "Copper cable", "Coaxial cable", "Data cable", "Flat cable", "Lift cable"),
    PARTS("UN", "1", new Span(15, 320), 0.3, "Bearing", "Shaft seal", "Impeller", "Capacitor", "Carbon brush");

    private final String unit;
    private final BigDecimal step;
    private final Span price;
    private final double elasticity;
    private final List<String> families;

    Category(String unit, String step, Span price, double elasticity, String... families) {
        this.unit = unit;
        this.step = new BigDecimal(step).setScale(3);
        this.price = price;
        this.elasticity = elasticity;
        this.families = List.of(families);
    }

    public String title() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    public String unit() {
        return unit;
    }

    /** The smallest quantity that is sold; every quantity is a multiple of it. */
    public BigDecimal step() {
        return step;
    }

    public Span price() {
        return price;
    }

    /** By how many percent demand falls when the price rises by one percent more than all prices do. */
    public double elasticity() {
        return elasticity;
    }

    public List<String> families() {
        return families;
    }
}
