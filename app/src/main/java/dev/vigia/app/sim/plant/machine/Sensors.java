package dev.vigia.app.sim.plant.machine;

import dev.vigia.app.sim.plant.machine.Intervention.BreakSensor;
import dev.vigia.app.sim.plant.machine.MachineEvent.SensorFailed;
import dev.vigia.app.sim.plant.machine.MachineEvent.SensorFaultCut;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Lets the sensors of one machine fail, one fault at a time each, by chance or because somebody broke them. */
final class Sensors {

    private static final double FAULTS_PER_TICK = 1.0 / (40 * Tick.PER_WEEK);
    private static final List<SensorFaultKind> KINDS = List.of(SensorFaultKind.values());

    private final Machine machine;
    private final UniformRandomProvider random;
    private final Consumer<MachineEvent> journal;
    private final EnumMap<Measure, SensorFault> active = new EnumMap<>(Measure.class);
    private final EnumMap<Measure, BreakSensor> ordered = new EnumMap<>(Measure.class);
    private final List<SensorFault> seen;

    Sensors(Machine machine, List<SensorFault> faults, UniformRandomProvider random, Consumer<MachineEvent> journal) {
        this.machine = machine;
        this.random = random;
        this.journal = journal;
        this.seen = new ArrayList<>(faults);
        faults.forEach(fault -> active.put(fault.measure(), fault));
    }

    /** From the next tick on; the last order for a sensor counts. */
    void breakSensor(BreakSensor order) {
        ordered.put(order.measure(), order);
    }

    void advance(Condition condition) {
        var at = condition.tick().at();
        active.values().removeIf(fault -> !fault.activeAt(at));
        machine.channels().forEach(channel -> advance(channel, condition));
        ordered.clear();
    }

    private void advance(Channel channel, Condition condition) {
        var order = ordered.get(channel.measure());
        var chance = random.nextDouble() < FAULTS_PER_TICK;
        if (order != null) {
            fail(channel, condition, order.kind(), order.length());
        } else if (chance && !active.containsKey(channel.measure())) {
            fail(channel, condition, KINDS.get(random.nextInt(KINDS.size())), someHours());
        }
    }

    private void fail(Channel channel, Condition condition, SensorFaultKind kind, Duration length) {
        var at = condition.tick().at();
        var distortion = kind.distortion(channel, condition.of(channel.measure()), random);
        cut(channel.measure(), at);
        var fault = new SensorFault(channel.measure(), kind, at, at.plus(length), distortion);
        active.put(channel.measure(), fault);
        seen.add(fault);
        journal.accept(new SensorFailed(at, fault));
    }

    private void cut(Measure measure, Instant at) {
        var old = active.remove(measure);
        if (old != null) {
            seen.set(seen.indexOf(old), old.cutAt(at));
            journal.accept(new SensorFaultCut(at, old.cutAt(at)));
        }
    }

    private Duration someHours() {
        var hours =
                9 * Math.exp(1.1 * ZigguratSampler.NormalizedGaussian.of(random).sample());
        return Duration.ofMinutes((long) (60 * Math.min(96, Math.max(1, hours))));
    }

    /** All faults of the day so far, those that began before it included. */
    List<SensorFault> seen() {
        return List.copyOf(seen);
    }

    List<SensorFault> state() {
        return List.copyOf(active.values());
    }
}
