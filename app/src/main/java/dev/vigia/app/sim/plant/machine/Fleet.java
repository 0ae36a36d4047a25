package dev.vigia.app.sim.plant.machine;

import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.Draws;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Buys the machines: the same seed and number give the same machine, however many there are. */
public final class Fleet {

    private static final List<MachineClass> CLASSES = List.of(MachineClass.values());
    private static final List<Site> SITES = List.of(Site.values());
    private static final int HALL_SIZE = 8;
    private static final double METRES_TO_DEGREES = 1 / 111_000.0;
    private static final int OLDEST_DAYS = 12 * 365;

    private final CompanySettings settings;
    private final Draws draws;

    public Fleet(CompanySettings settings) {
        this.settings = settings;
        this.draws = new Draws(settings.seed());
    }

    public List<Machine> machines() {
        return IntStream.rangeClosed(1, settings.machines())
                .mapToObj(this::machine)
                .toList();
    }

    /** The machine of that number, counted from one; numbers beyond the company's own are good for training. */
    public Machine machine(int number) {
        var id = "M-%03d".formatted(number);
        var type = CLASSES.get((number - 1) % CLASSES.size());
        var place = place(number);
        var name = "%s %s %s-%d".formatted(place.site().town(), type.code(), place.hall(), place.position());
        var random = draws.of("machine", id);
        var shifts = random.nextDouble() < 0.55 ? Shifts.CONTINUOUS : Shifts.TWO_SHIFTS;
        return new Machine(id, name, type, place, shifts, installedOn(random), temperament(random));
    }

    private LocalDate installedOn(UniformRandomProvider random) {
        return settings.start().minusDays(random.nextLong(OLDEST_DAYS));
    }

    private static Temperament temperament(UniformRandomProvider random) {
        var bell = ZigguratSampler.NormalizedGaussian.of(random);
        return new Temperament(
                Math.exp(0.18 * bell.sample()),
                Math.exp(0.09 * bell.sample()),
                Math.exp(0.05 * bell.sample()),
                Math.exp(0.15 * bell.sample()),
                random.nextDouble(0.64, 0.84));
    }

    private Place place(int number) {
        var hallNumber = (number - 1) / HALL_SIZE;
        var site = SITES.get(hallNumber % SITES.size());
        var hall = String.valueOf((char) ('A' + hallNumber / SITES.size() % 26));
        var position = (number - 1) % HALL_SIZE + 1;
        var code = "%s-%d-%s-%02d".formatted(site.name().substring(0, 3), hallNumber + 1, hall, position);
        return new Place(
                code,
                site,
                hall,
                position,
                site.latitude() + METRES_TO_DEGREES * (120 * hallNumber + 12 * (position / 4)),
                site.longitude() + METRES_TO_DEGREES * 15 * (position % 4),
                draws.of("hall", hallNumber).nextDouble(2, 7));
    }
}
