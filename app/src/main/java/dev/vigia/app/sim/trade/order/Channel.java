package dev.vigia.app.sim.trade.order;

/** The way an order comes in. What sales people bring home from the field is often entered days later. */
public enum Channel {
    FIELD(0.07),
    PHONE(0.01),
    WEB(0.002);

    private final double lateShare;

    Channel(double lateShare) {
        this.lateShare = lateShare;
    }

    double lateShare() {
        return lateShare;
    }
}
