package dev.vigia.app.sim.small;

import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.company.Company;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Companies of a shop and a press. */
public final class SmallCompany {

    private SmallCompany() {}

    public static Company of(long seed, int weeks) {
        return of(new CompanySettings(seed, 5, weeks, 1, LocalDate.of(2024, 1, 1), ZoneId.of("America/Sao_Paulo")));
    }

    public static Company of(CompanySettings settings) {
        return new Company(settings, List.of(new Shop(settings), new Press(settings)));
    }
}
