package dev.vigia.app.sim.plant.machine;

/** What moves the readings of a healthy machine; each wanders around zero with its own memory. */
public enum Influence {
    /** The order book: more or less load for days. */
    CAMPAIGN(90, 0.065),
    /** The material at hand: more or less load within the hour. */
    BUSTLE(1.5, 0.05),
    /** Loose feet, caked dirt, other machines: vibration that comes and goes over days. */
    LOOSENESS(110, 0.055),
    /** Dust on the fins: heat that comes and goes over weeks. */
    DUST(260, 0.045),
    /** The voltage of the grid: current. */
    GRID(5, 0.012),
    /** The slow drift of each sensor. */
    VIBRATION_DRIFT(2500, 0.04),
    TEMPERATURE_DRIFT(2500, 0.02),
    CURRENT_DRIFT(2500, 0.015);

    private final double keep;
    private final double kick;
    private final double spread;

    Influence(double memoryHours, double spread) {
        this.keep = Math.exp(-Tick.HOURS / memoryHours);
        this.kick = spread * Math.sqrt(1 - keep * keep);
        this.spread = spread;
    }

    double start(double surprise) {
        return spread * surprise;
    }

    double next(double value, double surprise) {
        return keep * value + kick * surprise;
    }
}
