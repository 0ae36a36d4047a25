package dev.vigia.app.sim.plant.machine;

import java.util.EnumMap;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** The influences on one machine as they stand, and their next step. */
final class Influences {

    private final EnumMap<Influence, Double> values;
    private final ContinuousSampler surprises;

    Influences(Map<Influence, Double> values, UniformRandomProvider random) {
        this.values = new EnumMap<>(Influence.class);
        this.values.putAll(values);
        this.surprises = ZigguratSampler.NormalizedGaussian.of(random);
    }

    static Map<Influence, Double> start(UniformRandomProvider random) {
        var surprises = ZigguratSampler.NormalizedGaussian.of(random);
        var start = new EnumMap<Influence, Double>(Influence.class);
        for (var influence : Influence.values()) {
            start.put(influence, influence.start(surprises.sample()));
        }
        return start;
    }

    void advance() {
        values.replaceAll((influence, value) -> influence.next(value, surprises.sample()));
    }

    double of(Influence influence) {
        return values.getOrDefault(influence, 0.0);
    }

    /** One plus both of these, for what is multiplied by them. */
    double factor(Influence first, Influence second) {
        return 1 + of(first) + of(second);
    }

    Map<Influence, Double> state() {
        return new EnumMap<>(values);
    }
}
