package dev.vigia.app.sim.plant.machine;

/**
 * What wear adds to a healthy machine.
 *
 * @param shake vibration, as a share of the healthy level
 * @param bursts probability that a vibration reading meets a burst
 * @param heat degrees Celsius above the healthy temperature
 * @param draw current, as a share of the healthy level
 * @param ripple restlessness of the current, as a share of its level
 */
record Symptoms(double shake, double bursts, double heat, double draw, double ripple) {

    static final Symptoms NONE = new Symptoms(0, 0, 0, 0, 0);

    Symptoms plus(Symptoms other) {
        return new Symptoms(
                shake + other.shake,
                bursts + other.bursts,
                heat + other.heat,
                draw + other.draw,
                ripple + other.ripple);
    }

    Symptoms times(double factor) {
        return new Symptoms(shake * factor, bursts * factor, heat * factor, draw * factor, ripple * factor);
    }
}
