package dev.vigia.app.sim.plant.machine;

/** A sensor of a machine and the range it can show. */
public record Channel(Measure measure, double low, double high) {

    public static final int READINGS_PER_HOUR = 6;

    double span() {
        return high - low;
    }
}
