package dev.vigia.app.sim.plant;

import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.plant.machine.Channel;
import dev.vigia.app.sim.plant.machine.Machine;
import dev.vigia.app.sim.plant.machine.Operation;
import java.time.Instant;
import java.util.stream.Stream;

/** Writes the plant's master data, as it stands when the history begins. */
record OpeningRows(Instant at) {

    private static final RowWriter PLACES = new RowWriter(PlantTables.PLACE);
    private static final RowWriter MACHINES = new RowWriter(PlantTables.MACHINE);
    private static final RowWriter CHANNELS = new RowWriter(PlantTables.CHANNEL);
    private static final RowWriter STATES = new RowWriter(PlantTables.OPERATING_STATE);

    /** Every machine has a place of its own. */
    RowChange place(Machine machine) {
        var place = machine.place();
        return PLACES.insert(
                at,
                place.code(),
                place.site().town(),
                place.hall(),
                place.position(),
                place.latitude(),
                place.longitude());
    }

    RowChange machine(Machine machine) {
        return MACHINES.insert(
                at,
                machine.id(),
                machine.name(),
                machine.type().code(),
                machine.place().code(),
                machine.shifts().code(),
                machine.ratedCurrent(),
                machine.installedOn());
    }

    Stream<RowChange> channels(Machine machine) {
        return machine.channels().stream().map(channel -> channel(machine, channel));
    }

    private RowChange channel(Machine machine, Channel channel) {
        return CHANNELS.insert(
                at,
                machine.id(),
                channel.measure().code(),
                channel.measure().unit(),
                channel.low(),
                channel.high(),
                Channel.READINGS_PER_HOUR);
    }

    RowChange state(Machine machine, Operation operation) {
        return STATES.insert(
                at, machine.id(), operation.since(), operation.state().code());
    }
}
