package dev.vigia.app.sim;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * How large the simulated company is, and the seed from which everything about it follows.
 *
 * @param start the Monday on which its history begins
 * @param weeks length of the history; the day after it is the first live day
 */
public record CompanySettings(long seed, int products, int weeks, int machines, LocalDate start, ZoneId zone) {

    public static final CompanySettings DEFAULT =
            new CompanySettings(42, 30, 130, 20, LocalDate.of(2024, 1, 1), ZoneId.of("America/Sao_Paulo"));

    public static final List<String> REGIONS = List.of("SP", "GO", "MG", "EX", "RS", "PR");

    public LocalDate firstLiveDay() {
        return start.plusWeeks(weeks);
    }
}
