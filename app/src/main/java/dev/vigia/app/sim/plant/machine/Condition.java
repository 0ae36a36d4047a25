package dev.vigia.app.sim.plant.machine;

/**
 * How a machine really is during one tick, as its sensors would show it but for their noise and faults.
 *
 * @param load share of full load, 0 when it stands
 * @param ambient temperature of the hall
 * @param bursts probability that a vibration reading meets a burst
 * @param ripple restlessness of the current, as a share of its level
 */
public record Condition(
        Tick tick,
        OperatingState state,
        double load,
        double ambient,
        double vibration,
        double temperature,
        double current,
        double bursts,
        double ripple) {

    public double of(Measure measure) {
        return switch (measure) {
            case VIBRATION -> vibration;
            case TEMPERATURE -> temperature;
            case CURRENT -> current;
        };
    }
}
