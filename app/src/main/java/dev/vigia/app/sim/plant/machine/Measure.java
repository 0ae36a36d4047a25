package dev.vigia.app.sim.plant.machine;

/** What the sensors of a machine measure. */
@SuppressWarnings("ImmutableEnumChecker") // records of numbers are immutable
public enum Measure {
    /** Mixed up with inches per second. */
    VIBRATION("vibration", "mm/s", 1000, new Distortion(1 / 25.4, 0)),
    /** Mixed up with degrees Fahrenheit. */
    TEMPERATURE("temperature", "degC", 10, new Distortion(1.8, 32)),
    /** Mixed up with the tenths of an ampere that a transmitter counts in. */
    CURRENT("current", "A", 100, new Distortion(10, 0));

    private final String code;
    private final String unit;
    private final double stepsPerUnit;
    private final Distortion mixUp;

    Measure(String code, String unit, double stepsPerUnit, Distortion mixUp) {
        this.code = code;
        this.unit = unit;
        this.stepsPerUnit = stepsPerUnit;
        this.mixUp = mixUp;
    }

    public String code() {
        return code;
    }

    public String unit() {
        return unit;
    }

    /** The value in the other unit that people take for this one. */
    Distortion mixUp() {
        return mixUp;
    }

    /** The value as finely as the sensor resolves it. */
    double resolved(double value) {
        return Math.rint(value * stepsPerUnit) / stepsPerUnit;
    }
}
