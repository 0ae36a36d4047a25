package dev.vigia.app.sim.plant.machine;

import org.apache.commons.rng.UniformRandomProvider;

/** The iron and copper of one machine: turns load, air and wear into vibration, heat and current. */
final class Body {

    private static final double STANDING_VIBRATION = 0.08;
    private static final double STANDING_CURRENT = 0.15;

    private final Nature nature;
    private final double warming;
    private final UniformRandomProvider random;
    private double temperature;

    Body(Machine machine, double temperature, UniformRandomProvider random) {
        this.nature = machine.nature();
        this.warming = 1 - Math.exp(-Tick.HOURS / nature.inertia());
        this.temperature = temperature;
        this.random = random;
    }

    /** The condition at this tick; heat follows what the machine does with its inertia. */
    Condition at(Tick tick, Circumstances now) {
        temperature += warming * (equilibrium(now) - temperature);
        var symptoms = now.symptoms();
        return new Condition(
                tick,
                now.state(),
                now.load(),
                now.ambient(),
                vibration(now) * (1 + now.influences().of(Influence.VIBRATION_DRIFT)),
                temperature + nature.heat() * now.influences().of(Influence.TEMPERATURE_DRIFT),
                current(now) * now.influences().factor(Influence.GRID, Influence.CURRENT_DRIFT),
                symptoms.bursts(),
                symptoms.ripple());
    }

    private double equilibrium(Circumstances now) {
        if (!now.state().turning()) {
            return now.ambient();
        }
        var healthy = nature.heat() * (0.3 + 0.7 * now.load() * now.load());
        return now.ambient()
                + healthy * (1 + now.influences().of(Influence.DUST))
                + now.symptoms().heat();
    }

    private double vibration(Circumstances now) {
        var healthy = nature.vibration() * (0.6 + 0.4 * now.load());
        return switch (now.state()) {
            case OFF, MAINTENANCE -> STANDING_VIBRATION;
            case STARTING -> healthy * random.nextDouble(1.3, 2.2);
            case RUNNING ->
                healthy
                        * (1 + now.influences().of(Influence.LOOSENESS))
                        * (1 + now.symptoms().shake());
        };
    }

    private double current(Circumstances now) {
        var healthy = nature.current() * (0.36 + 0.64 * now.load());
        return switch (now.state()) {
            case OFF, MAINTENANCE -> STANDING_CURRENT;
            case STARTING -> nature.current() * random.nextDouble(2.2, 5.2);
            case RUNNING -> healthy * (1 + now.symptoms().draw());
        };
    }

    double temperature() {
        return temperature;
    }
}
