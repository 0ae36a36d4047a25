package dev.vigia.topology.demand.weeks;

import static dev.vigia.topology.demand.weeks.WeekBench.CALENDAR;
import static dev.vigia.topology.demand.weeks.WeekBench.GRACE;
import static dev.vigia.topology.demand.weeks.WeekBench.amounts;
import static dev.vigia.topology.demand.weeks.WeekBench.cell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.domain.BusinessWeek;
import dev.vigia.domain.ClosedWeek;
import dev.vigia.topology.demand.event.WeekEvent.WeekTold;
import dev.vigia.topology.demand.event.WeekEvent.WeekTooOld;
import dev.vigia.topology.demand.event.WeekEvent.WeeksPassed;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WeekTotallerTest {

    private static final String ERP = "erp";
    private static final BusinessWeek WEEK = CALENDAR.weekOf(LocalDate.of(2026, 6, 22));

    @Test
    void shouldKeepTheWeekOpenWhenOnlyOneOfTwoUpstreamsHasPassedItsEnd() {
        // Given
        var bench = new WeekBench(2, ERP);
        bench.add("P-1", WEEK, 5);
        var end = CALENDAR.endsAt(WEEK).plus(GRACE);
        // When
        bench.passed(ERP, 0, 1, true, end);
        bench.passed(ERP, 1, 1, true, end.minusMillis(1));
        bench.workToTheEnd();
        // Then
        assertThat(bench.told()).isEmpty();
        // When
        bench.passed(ERP, 1, 1, true, end);
        bench.workToTheEnd();
        // Then
        assertThat(bench.told()).containsOnlyKeys(cell("P-1", WEEK));
    }

    @Test
    void shouldKeepTheWeekOpenWhenOneOfTwoSourcesIsSilent() {
        // Given
        var bench = new WeekBench(1, ERP, "shop");
        bench.add("P-1", WEEK, 5);
        // When
        bench.close(ERP, WEEK.plus(3));
        // Then
        assertThat(bench.told()).isEmpty();
        // When
        bench.close("shop", WEEK);
        // Then
        assertThat(bench.told()).containsOnlyKeys(cell("P-1", WEEK));
    }

    @Test
    void shouldCloseNothingWhileASnapshotStreamsInAndThenEachWeekOnce() {
        // Given
        var bench = new WeekBench(1, ERP);
        for (int week = 0; week < 10; week++) {
            bench.add("P-1", WEEK.plus(week), week + 1);
            bench.passed(ERP, 0, 1, false, CALENDAR.endsAt(WEEK.plus(week)));
            bench.workToTheEnd();
        }
        assertThat(bench.events(WeekTold.class)).isEmpty();
        // When
        bench.close(ERP, WEEK.plus(9));
        // Then
        assertThat(bench.events(WeekTold.class)).hasSize(10);
        assertThat(bench.told().get(cell("P-1", WEEK.plus(9))))
                .extracting(ClosedWeek::amounts)
                .isEqualTo(amounts(10));
    }

    @Test
    void shouldMakeOneRevisionOfAllThatCameLateForAWeek() {
        // Given
        var bench = new WeekBench(1, ERP);
        bench.add("P-1", WEEK, 5);
        bench.close(ERP, WEEK.plus(1));
        bench.forgetEvents();
        // When
        bench.add("P-1", WEEK, 3);
        bench.add("P-1", WEEK, 4);
        bench.add("P-1", WEEK, -1, -5);
        bench.workToTheEnd();
        // Then
        assertThat(bench.events(WeekTold.class)).singleElement().satisfies(told -> {
            assertThat(told.week().revision()).isEqualTo(1);
            assertThat(told.week().amounts()).isEqualTo(amounts(7));
        });
    }

    @Test
    void shouldSayHowFarASourceIsAfterTheWeeksThatCloseByIt() {
        // Given
        var bench = new WeekBench(1, ERP);
        for (int product = 0; product < 300; product++) {
            bench.add("P-" + product, WEEK, 1);
        }
        var end = CALENDAR.endsAt(WEEK).plus(GRACE);
        // When: it is interrupted again and again.
        bench.passed(ERP, end);
        while (bench.events(WeeksPassed.class).isEmpty()) {
            bench.work();
            bench.restart();
        }
        // Then
        assertThat(bench.events(WeekTold.class)).hasSize(300);
        var last = bench.events().get(bench.events().size() - 1);
        assertThat(last).isInstanceOfSatisfying(WeeksPassed.class, passed -> {
            assertThat(passed.passed().at()).isEqualTo(end);
            assertThat(passed.passed().live()).isTrue();
        });
    }

    @Test
    void shouldSayThatASourceIsInItsSnapshotAtOnceAndCorrectNothingBeforeItsEnd() {
        // Given
        var bench = new WeekBench(1, ERP);
        bench.add("P-1", WEEK, 5);
        bench.close(ERP, WEEK);
        bench.forgetEvents();
        // When
        bench.passed(ERP, 0, 2, false, CALENDAR.endsAt(WEEK));
        bench.add("P-1", WEEK, 3);
        bench.workToTheEnd();
        // Then
        assertThat(bench.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        WeeksPassed.class,
                        passed -> assertThat(passed.passed().live()).isFalse());
        // When
        bench.passed(ERP, 0, 2, true, CALENDAR.endsAt(WEEK).plus(GRACE));
        bench.workToTheEnd();
        // Then
        assertThat(Objects.requireNonNull(bench.told().get(cell("P-1", WEEK))).amounts())
                .isEqualTo(amounts(8));
    }

    @Test
    void shouldTellTheZerosOfASleepingSeriesWhenItWakes() {
        // Given
        var bench = new WeekBench(1, ERP);
        bench.add("P-1", WEEK, 5);
        for (int week = 0; week < 40; week++) {
            bench.close(ERP, WEEK.plus(week));
        }
        assertThat(bench.told()).hasSize(27);
        // When
        bench.add("P-1", WEEK.plus(50), 2);
        bench.close(ERP, WEEK.plus(51));
        // Then
        assertThat(bench.told()).hasSize(52).containsKeys(cell("P-1", WEEK.plus(51)));
    }

    @Test
    void shouldWakeASeriesWhenSomethingComesLateForAWeekInWhichItSlept() {
        // Given
        var bench = new WeekBench(1, ERP);
        bench.add("P-1", WEEK, 5);
        bench.close(ERP, WEEK.plus(40));
        // When
        bench.add("P-1", WEEK.plus(35), 2);
        bench.workToTheEnd();
        bench.close(ERP, WEEK.plus(41));
        // Then
        assertThat(bench.told()).hasSize(42);
    }

    @Test
    void shouldReportWhatIsOlderThanTheHistory() {
        // Given
        var bench = new WeekBench(1, ERP);
        bench.add("P-1", WEEK, 5);
        bench.add("P-1", WEEK.plus(140), 5);
        // When
        bench.close(ERP, WEEK.plus(141));
        // Then
        assertThat(bench.events(WeekTooOld.class)).extracting(WeekTooOld::week).containsExactly(WEEK);
        assertThat(bench.told()).containsOnlyKeys(cell("P-1", WEEK.plus(140)), cell("P-1", WEEK.plus(141)));
    }
}
