package dev.vigia.app.sim.plant.machine;

import dev.vigia.app.sim.Reading;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A day that one machine has lived: how it was, what happened, and what its sensors said of it when they are asked. */
public final class MachineDay {

    private final Surroundings surroundings;
    private final List<Condition> conditions;
    private final List<SensorFault> faults;
    private final List<MachineEvent> events;
    private final MachineState stateAtEnd;

    MachineDay(
            Surroundings surroundings,
            List<Condition> conditions,
            List<SensorFault> faults,
            List<MachineEvent> events,
            MachineState stateAtEnd) {
        this.surroundings = surroundings;
        this.conditions = conditions;
        this.faults = faults;
        this.events = events;
        this.stateAtEnd = stateAtEnd;
    }

    public Machine machine() {
        return surroundings.machine();
    }

    /** One per tick. */
    public List<Condition> conditions() {
        return conditions;
    }

    /** In order of time. */
    public List<MachineEvent> events() {
        return events;
    }

    public MachineState stateAtEnd() {
        return stateAtEnd;
    }

    /** Sensors that will say the same each time they are made; each must be asked for tick after tick. */
    public List<Sensor> sensors() {
        return machine().channels().stream().map(this::sensor).toList();
    }

    /** What this machine's sensors send, in order of time. */
    public Stream<Reading> readings() {
        return inOrderOfTime(sensors(), conditions.size());
    }

    /** What several sensors send during the same ticks, in order of time. */
    public static Stream<Reading> inOrderOfTime(List<Sensor> sensors, int ticks) {
        var ordered = sensors.stream().sorted().toList();
        return IntStream.range(0, ticks)
                .boxed()
                .flatMap(tick -> ordered.stream().map(sensor -> sensor.reading(tick)))
                .flatMap(Optional::stream);
    }

    private Sensor sensor(Channel channel) {
        var own = faults.stream()
                .filter(fault -> fault.measure() == channel.measure())
                .toList();
        return new Sensor(surroundings, channel, conditions, own);
    }
}
