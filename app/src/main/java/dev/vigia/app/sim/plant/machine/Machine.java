package dev.vigia.app.sim.plant.machine;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** A machine as it stands in the plant's books, with the temperament that nobody wrote down. */
public record Machine(
        String id,
        String name,
        MachineClass type,
        Place place,
        Shifts shifts,
        LocalDate installedOn,
        Temperament temperament) {

    public List<Channel> channels() {
        return Arrays.stream(Measure.values()).map(this::channel).toList();
    }

    public Channel channel(Measure measure) {
        return switch (measure) {
            case VIBRATION -> new Channel(measure, 0, 45);
            case TEMPERATURE -> new Channel(measure, -20, 180);
            case CURRENT -> new Channel(measure, 0, Math.rint(8 * ratedCurrent()));
        };
    }

    /** Amperes on the nameplate. */
    public double ratedCurrent() {
        return type.nature().current();
    }

    /** What is normal for this machine, not just for its class. */
    Nature nature() {
        var usual = type.nature();
        return new Nature(
                usual.current() * temperament.current(),
                usual.vibration() * temperament.vibration(),
                usual.heat() * temperament.heat(),
                usual.inertia());
    }
}
