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

    private static final double VIBRATION_NOISE = 0.075;
    private static final double TEMPERATURE_NOISE = 0.35;
    private static final double CURRENT_NOISE = 0.014;
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
        var seen = Math.min(channel.high(), seen(condition));
        var fault = faultAt(condition.tick());
        if (fault.filter(SensorFault::silent).isPresent()) {
            return Optional.empty();
        }
        var distortion = fault.map(SensorFault::distortion).orElse(Distortion.NONE);
        return Optional.of(reading(condition, distortion.of(seen)));
    }

    private Optional<SensorFault> faultAt(Tick tick) {
        return faults.stream().filter(fault -> fault.activeAt(tick.at())).findFirst();
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
                truth * Math.exp(VIBRATION_NOISE * noise) * (luck < condition.bursts() ? burst(noise) : 1);
            case TEMPERATURE -> truth + TEMPERATURE_NOISE * noise;
            case CURRENT -> Math.max(0, truth * (1 + (CURRENT_NOISE + condition.ripple()) * noise));
        };
    }

    private static double burst(double noise) {
        return 1.5 + 0.25 * Math.abs(noise);
    }

    @Override
    public int compareTo(Sensor other) {
        return offset.compareTo(other.offset);
    }
}
