package dev.vigia.app.sim.trade.book;

import dev.vigia.app.sim.Draws;
import java.time.Duration;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** The chance behind one named thing, in the words in which the trade asks for it. */
public record Dice(UniformRandomProvider random) {

    public static Dice of(Draws draws, Object... name) {
        return new Dice(draws.of(name));
    }

    public boolean falls(double probability) {
        return random.nextDouble() < probability;
    }

    public double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Both ends included. */
    public int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    public Duration between(Duration low, Duration high) {
        return Duration.ofSeconds((long) between((double) low.toSeconds(), (double) high.toSeconds()));
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    public double gaussian(double deviation) {
        return deviation * ZigguratSampler.NormalizedGaussian.of(random).sample();
    }

    /** A factor around 1 whose mean is 1. */
    public double wobble(double deviation) {
        return Math.exp(gaussian(deviation) - deviation * deviation / 2);
    }

    public int poisson(double mean) {
        return mean > 0 ? PoissonSampler.of(random, mean).sample() : 0;
    }
}
