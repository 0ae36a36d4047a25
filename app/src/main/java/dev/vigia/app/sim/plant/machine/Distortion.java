package dev.vigia.app.sim.plant.machine;

/** What a faulty sensor makes of a value: every fault that still speaks is a factor and an offset. */
public record Distortion(double factor, double offset) {

    static final Distortion NONE = new Distortion(1, 0);

    double of(double value) {
        return factor * value + offset;
    }
}
