package dev.vigia.app.sim.plant.machine;

import dev.vigia.app.sim.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** One sensor during one day: adds its noise to the truth, distorts it while it is faulty, sends at its own second. */
public final class Sensor implements Comparable<Sensor> {

    private static final double OUTLIERS = 0.012;
    private static final double OUTLIER_SCALE = 3.5;

    private final String machine;
    private final Channel channel;
    private final List<Condition> conditions;
    private final List<SensorFault> faults;
    private final UniformRandomProvider random;
    private final ContinuousSampler bell;
    private final Duration offset;

    Sensor(Surroundings surroundings, Channel channel, List<Condition> conditions, List<SensorFault> faults) {
        this.machine = surroundings.machine().id();
        this.channel = channel;
        this.conditions = conditions;
        this.faults = faults;
        this.random = surroundings.draws("noise " + channel.measure());
        this.bell = ZigguratSampler.NormalizedGaussian.of(random);
        var second =
                surroundings.luck().of("offset", machine, channel.measure()).nextLong(Tick.LENGTH.toSeconds());
        this.offset = Duration.ofSeconds(second);
    }

    /** What it sends in a tick of the day; nothing while it is silent. */
    Optional<Reading> reading(int tick) {
        var condition = conditions.get(tick);
        var seen = seen(condition);
        for (var fault : faults) {
            if (fault.activeAt(condition.tick().at())) {
                return fault.silent()
                        ? Optional.empty()
                        : Optional.of(reading(condition, fault.distortion().of(seen)));
            }
        }
        return Optional.of(reading(condition, seen));
    }

    private Reading reading(Condition condition, double value) {
        var measure = channel.measure();
        var observedAt = condition.tick().at().plus(offset);
        return new Reading(observedAt, machine, measure.code(), measure.resolved(value), measure.unit());
    }

    private double seen(Condition condition) {
        var luck = random.nextDouble();
        var noise = bell.sample() * (luck > 1 - OUTLIERS ? OUTLIER_SCALE : 1);
        var truth = condition.of(channel.measure());
        return switch (channel.measure()) {
            case VIBRATION ->
                truth * Math.exp(0.075 * noise) * (luck < condition.bursts() ? 1.5 + 0.25 * Math.abs(noise) : 1);
            case TEMPERATURE -> truth + 0.35 * noise;
            case CURRENT -> Math.max(0, truth * (1 + (0.014 + condition.ripple()) * noise));
        };
    }

    @Override
    public int compareTo(Sensor other) {
        return offset.compareTo(other.offset);
    }
}
