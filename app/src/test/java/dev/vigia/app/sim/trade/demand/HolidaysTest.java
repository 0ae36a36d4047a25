package dev.vigia.app.sim.trade.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolidaysTest {

    @ParameterizedTest
    @CsvSource({
        "2000-04-23", "2008-03-23", "2011-04-24", "2019-04-21", "2023-04-09",
        "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25"
    })
    void shouldFindEasterWhenTheYearIsGiven(LocalDate easter) {
        assertThat(Holidays.easter(easter.getYear())).isEqualTo(easter);
    }

    @ParameterizedTest
    @CsvSource({
        "2024, 2024-02-13, 2024-05-12, 2024-08-11, 2024-11-29",
        "2025, 2025-03-04, 2025-05-11, 2025-08-10, 2025-11-28",
        "2026, 2026-02-17, 2026-05-10, 2026-08-09, 2026-11-27"
    })
    void shouldFindTheMovingFeastsWhenTheYearIsGiven(
            int year, LocalDate carnival, LocalDate mothersDay, LocalDate fathersDay, LocalDate blackFriday) {
        assertThat(Holidays.carnival(year)).isEqualTo(carnival);
        assertThat(Holidays.mothersDay(year)).isEqualTo(mothersDay);
        assertThat(Holidays.fathersDay(year)).isEqualTo(fathersDay);
        assertThat(Holidays.blackFriday(year)).isEqualTo(blackFriday);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-12", "2024-02-13", "2024-03-29", "2024-05-30", "2025-09-07", "2026-12-25"})
    void shouldRestWhenItIsAHoliday(LocalDate day) {
        assertThat(Holidays.isDayOff(day)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-14", "2024-04-01", "2024-11-29", "2025-12-24"})
    void shouldWorkWhenItIsNoHoliday(LocalDate day) {
        assertThat(Holidays.isDayOff(day)).isFalse();
    }
}
