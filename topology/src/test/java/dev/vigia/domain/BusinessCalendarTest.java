package dev.vigia.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTest {

    private static final int INSTANTS = 20_000;

    @ParameterizedTest
    @CsvSource({
        "America/Sao_Paulo, MONDAY", "America/Sao_Paulo, SUNDAY",
        "Europe/Berlin, MONDAY", "Europe/Berlin, SUNDAY",
        "America/New_York, MONDAY", "America/New_York, SUNDAY",
        "Asia/Kathmandu, MONDAY", "Asia/Kathmandu, SUNDAY",
        "Pacific/Apia, SATURDAY", "UTC, WEDNESDAY"
    })
    void shouldFindTheWeekThatJavaTimeFindsWhenTheInstantIsAnyOfACentury(ZoneId zone, DayOfWeek firstDay) {
        // Given
        long seed = System.nanoTime();
        var random = new Random(seed);
        var calendar = new BusinessCalendar(zone, firstDay);
        for (int i = 0; i < INSTANTS; i++) {
            var instant = Instant.ofEpochSecond(random.nextLong(-1_600_000_000L, 4_000_000_000L));
            // When
            var week = calendar.weekOf(instant);
            // Then
            var expected = instant.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(firstDay));
            assertThat(calendar.firstDay(week)).as("seed %s, %s", seed, instant).isEqualTo(expected);
            assertThat(calendar.startsAt(week)).isBeforeOrEqualTo(instant);
            assertThat(calendar.endsAt(week)).isAfter(instant);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "America/Sao_Paulo, MONDAY, 2018-10-29, 167", // Midnight of Sunday 4 November was skipped.
        "America/Sao_Paulo, SUNDAY, 2018-11-04, 167", // So this week began at one o'clock.
        "America/Sao_Paulo, MONDAY, 2018-02-12, 169",
        "Europe/Berlin, MONDAY, 2026-03-23, 167",
        "Europe/Berlin, MONDAY, 2026-10-19, 169",
        "America/New_York, SUNDAY, 2026-03-08, 167",
        "America/New_York, SUNDAY, 2026-11-01, 169",
        "Asia/Kathmandu, MONDAY, 2026-03-23, 168",
        "America/Sao_Paulo, MONDAY, 2026-12-28, 168", // The turn of the year.
        "Europe/Berlin, MONDAY, 2024-02-26, 168" // A leap day.
    })
    void shouldHaveTheHoursThatTheClockHadWhenItWasSetWithinTheWeek(
            ZoneId zone, DayOfWeek firstDay, LocalDate monday, int hours) {
        // Given
        var calendar = new BusinessCalendar(zone, firstDay);
        // When
        var week = calendar.weekOf(monday);
        // Then
        assertThat(calendar.firstDay(week)).isEqualTo(monday);
        assertThat(Duration.between(calendar.startsAt(week), calendar.endsAt(week)))
                .hasHours(hours);
    }

    @Test
    void shouldCallAWeekEndedWhenItsGraceIsOver() {
        // Given
        var calendar = new BusinessCalendar(ZoneId.of("America/Sao_Paulo"), DayOfWeek.MONDAY);
        var week = calendar.weekOf(LocalDate.of(2026, 6, 22));
        var over = calendar.endsAt(week).plus(Duration.ofHours(24));
        // When
        var before = calendar.lastEnded(over.minusMillis(1), Duration.ofHours(24));
        var then = calendar.lastEnded(over, Duration.ofHours(24));
        // Then
        assertThat(before).isEqualTo(week.plus(-1));
        assertThat(then).isEqualTo(week);
    }
}
