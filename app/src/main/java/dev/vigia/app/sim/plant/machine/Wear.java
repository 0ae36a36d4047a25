package dev.vigia.app.sim.plant.machine;

import java.time.Duration;
import java.time.Instant;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.jspecify.annotations.Nullable;

/**
 * How far one failure mode has come, from 0 (new) to 1 (broken): slowly up to the knee, then at a growing pace, unless it
 * settles on the way.
 *
 * @param incubation running hours from new to the knee
 * @param growth per running day beyond the knee, as a share of the level
 * @param ceiling where it settles; above 1, nowhere
 * @param deadline when somebody wants it broken
 */
public record Wear(
        double level,
        double incubation,
        double growth,
        double ceiling,
        @Nullable Instant deadline) {

    static final double KNEE = 0.35;
    private static final double PACE = 0.098;
    private static final double PACE_SPREAD = 0.08;
    private static final double NO_CEILING = 9;

    /** The wear of a part that has just been fitted, of the kind that reaches the knee in so many hours on average. */
    static Wear fresh(UniformRandomProvider random, double meanIncubation) {
        var weibull = Math.sqrt(-Math.log(1 - random.nextDouble())) / 0.886;
        var brittle = random.nextDouble() < 0.04;
        var settles = !brittle && random.nextDouble() < 0.05;
        var bell = ZigguratSampler.NormalizedGaussian.of(random);
        var pace = PACE * Math.exp(PACE_SPREAD * bell.sample());
        return new Wear(
                random.nextDouble(0.02, 0.07),
                meanIncubation * Math.max(0.08, weibull),
                brittle ? 12 * pace : pace,
                settles ? random.nextDouble(0.36, 0.46) : NO_CEILING,
                null);
    }

    Wear after(double hours) {
        if (level < KNEE) {
            return at(level + hours * KNEE / incubation);
        }
        var grown = level * (1 + growth * hours / 24);
        return at(level < ceiling ? Math.min(grown, ceiling) : level);
    }

    /** On the way to the deadline, each tick multiplies by the same factor. */
    Wear hurried(Tick tick, Instant until) {
        var ticksLeft = Math.max(1, Duration.between(tick.at(), until).dividedBy(Tick.LENGTH) + 1);
        return at(level * Math.pow(1 / level, 1.0 / ticksLeft));
    }

    Wear at(double level) {
        return new Wear(Math.min(1, level), incubation, growth, ceiling, deadline);
    }

    Wear unsettled() {
        return new Wear(level, incubation, growth, NO_CEILING, deadline);
    }

    Wear due(@Nullable Instant deadline) {
        return new Wear(level, incubation, growth, ceiling, deadline);
    }

    boolean settled() {
        return level >= ceiling;
    }
}
