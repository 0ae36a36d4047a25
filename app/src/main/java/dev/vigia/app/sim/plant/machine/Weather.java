package dev.vigia.app.sim.plant.machine;

import dev.vigia.app.sim.Draws;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** The air of one place on one day: season, hour, and hot or cold spells that last some days. */
final class Weather {

    private static final double SPELL_DEGREES = 2.0;
    private static final double SPELL_MEMORY = 0.78;
    private static final int SPELL_DAYS = 10;

    private final Place place;
    private final double season;
    private final double spellAtStart;
    private final double spellAtEnd;

    Weather(Draws draws, Place place, LocalDate day) {
        this.place = place;
        this.season = Math.cos(2 * Math.PI * (day.getDayOfYear() - 20) / 365.25);
        this.spellAtStart = spell(draws, day);
        this.spellAtEnd = spell(draws, day.plusDays(1));
    }

    double at(Tick tick) {
        var climate = place.site().climate();
        var hour = Math.cos(2 * Math.PI * (tick.hour() - 15) / 24);
        var spell = spellAtStart + (spellAtEnd - spellAtStart) * tick.hour() / 24;
        return climate.mean() + climate.season() * season + climate.day() * hour + spell + place.warmth();
    }

    /** The days before, each remembered less: needs no state, and the next day begins where this one ends. */
    private double spell(Draws draws, LocalDate day) {
        var kick = SPELL_DEGREES * Math.sqrt(1 - SPELL_MEMORY * SPELL_MEMORY);
        return IntStream.range(0, SPELL_DAYS)
                .mapToDouble(ago -> Math.pow(SPELL_MEMORY, ago) * kick * surprise(draws, day.minusDays(ago)))
                .sum();
    }

    private double surprise(Draws draws, LocalDate day) {
        return ZigguratSampler.NormalizedGaussian.of(draws.of("weather", place.site(), day))
                .sample();
    }
}
