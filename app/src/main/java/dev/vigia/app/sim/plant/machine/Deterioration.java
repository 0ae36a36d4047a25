package dev.vigia.app.sim.plant.machine;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;

/** Wears a machine out, by load, by starts and by chance, and says when it breaks. */
final class Deterioration {

    private static final double HOURS_BETWEEN_BREAKDOWNS = 10.2 * 7 * 24;
    private static final double HOURS_BETWEEN_SHOCKS = 900;
    private static final double HOURS_UNTIL_UNSETTLED = 7 * 7 * 24;
    private static final double START_HOURS = 0.15;

    private final Machine machine;
    private final UniformRandomProvider random;
    private final EnumMap<FailureMode, Wear> wear;

    Deterioration(Machine machine, Map<FailureMode, Wear> wear, UniformRandomProvider random) {
        this.machine = machine;
        this.random = random;
        this.wear = new EnumMap<>(wear);
    }

    /** The wear of a machine in the middle of its life. */
    static Map<FailureMode, Wear> start(Machine machine, UniformRandomProvider random) {
        var start = new EnumMap<FailureMode, Wear>(FailureMode.class);
        for (var mode : FailureMode.values()) {
            start.put(mode, fresh(machine, mode, random).at(random.nextDouble(0.02, Wear.KNEE)));
        }
        return start;
    }

    /** Ten minutes of this state and load; the mode that broke the machine, if one did. */
    Optional<FailureMode> advance(Tick tick, OperatingState state, double load) {
        var hours = state.turning() ? strain(state, load) : 0;
        Optional<FailureMode> broken = Optional.empty();
        for (var part : wear.entrySet()) {
            var worn = worn(tick, part.getValue(), hours);
            part.setValue(worn);
            broken = state.turning() && breaks(worn) ? Optional.of(part.getKey()) : broken;
        }
        return broken;
    }

    /** Hours of ordinary running that ten minutes are worth; machines of two shifts are built for less of them. */
    private double strain(OperatingState state, double load) {
        var starting = state == OperatingState.STARTING ? START_HOURS : 0;
        var running = Tick.HOURS * (0.55 + 0.8 * load * load);
        return (running + starting) / machine.shifts().duty();
    }

    private Wear worn(Tick tick, Wear wear, double hours) {
        var worn = wear.after(hours * jolt(hours));
        if (worn.settled() && random.nextDouble() < hours / HOURS_UNTIL_UNSETTLED) {
            worn = worn.unsettled();
        }
        var deadline = worn.deadline();
        return deadline == null ? worn : worn.hurried(tick, deadline);
    }

    /** Now and then a shock does in ten minutes what else takes a day or two. */
    private double jolt(double hours) {
        return random.nextDouble() < hours / HOURS_BETWEEN_SHOCKS ? random.nextDouble(60, 240) : 1;
    }

    /** At the end for certain, shortly before it perhaps. */
    private boolean breaks(Wear wear) {
        var late = Math.max(0, (wear.level() - 0.85) / 0.15);
        return wear.level() >= 1 || random.nextDouble() < 0.02 * Tick.HOURS * late * late;
    }

    void hurry(FailureMode mode, Instant deadline) {
        wear.computeIfPresent(mode, (any, worn) -> worn.due(deadline));
    }

    void breakDown(FailureMode mode) {
        wear.computeIfPresent(mode, (any, worn) -> worn.at(1).due(null));
    }

    /** A repair renews what broke; a service finds much of what has begun, and leaves the rest. */
    void mend(WorkOrder order) {
        if (order.mode() != null) {
            wear.computeIfPresent(
                    order.mode(), (mode, worn) -> fresh(machine, mode, random).due(worn.deadline()));
        } else {
            wear.replaceAll((mode, worn) -> worn.at(worn.level() * random.nextDouble(0.25, 0.9)));
        }
    }

    private static Wear fresh(Machine machine, FailureMode mode, UniformRandomProvider random) {
        var mean = HOURS_BETWEEN_BREAKDOWNS / machine.type().proneness(mode);
        return Wear.fresh(random, mean / machine.temperament().wear());
    }

    FailureMode leading() {
        return Collections.max(wear.keySet(), Comparator.comparingDouble(this::level));
    }

    private double level(FailureMode mode) {
        return Objects.requireNonNull(wear.get(mode)).level();
    }

    Map<FailureMode, Double> levels() {
        var levels = new EnumMap<FailureMode, Double>(FailureMode.class);
        wear.forEach((mode, worn) -> levels.put(mode, worn.level()));
        return levels;
    }

    Symptoms symptoms(double load) {
        var symptoms = Symptoms.NONE;
        for (var worn : wear.entrySet()) {
            symptoms = symptoms.plus(worn.getKey().symptoms(worn.getValue().level(), load));
        }
        return symptoms;
    }

    Map<FailureMode, Wear> state() {
        return new EnumMap<>(wear);
    }
}
