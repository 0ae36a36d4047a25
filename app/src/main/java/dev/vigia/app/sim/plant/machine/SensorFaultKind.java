package dev.vigia.app.sim.plant.machine;

import org.apache.commons.rng.UniformRandomProvider;

/** How a sensor fails. */
public enum SensorFaultKind {
    /** Sends nothing. */
    SILENCE("silence") {
        @Override
        Distortion distortion(Channel channel, double truth, UniformRandomProvider random) {
            return Distortion.NONE;
        }
    },
    /** Repeats the value it had when it failed. */
    FLATLINE("flatline") {
        @Override
        Distortion distortion(Channel channel, double truth, UniformRandomProvider random) {
            return new Distortion(0, truth);
        }
    },
    /** Shows what cannot be: a broken wire, a short circuit. */
    OUT_OF_RANGE("out-of-range") {
        @Override
        Distortion distortion(Channel channel, double truth, UniformRandomProvider random) {
            var beyond = channel.span() * random.nextDouble(0.1, 0.4);
            return new Distortion(0.01, random.nextBoolean() ? channel.high() + beyond : channel.low() - beyond);
        }
    },
    /** Is suddenly too high by a constant. */
    JUMP("jump") {
        @Override
        Distortion distortion(Channel channel, double truth, UniformRandomProvider random) {
            return new Distortion(1, Math.max(truth, channel.span() / 25) * random.nextDouble(0.5, 1.3));
        }
    },
    /** Sends another unit than it claims. */
    UNIT_MIX_UP("unit-mix-up") {
        @Override
        Distortion distortion(Channel channel, double truth, UniformRandomProvider random) {
            return channel.measure().mixUp();
        }
    };

    private final String code;

    SensorFaultKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** What it does to values from now on, when the sensor should show {@code truth}. */
    abstract Distortion distortion(Channel channel, double truth, UniformRandomProvider random);
}
