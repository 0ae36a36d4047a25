package dev.vigia.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigia.domain.SeriesHistory.Folded;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SeriesHistoryTest {

    private static final BusinessWeek START = new BusinessWeek(2_900);
    private static final int FOLDS = 400;
    private static final int RUNS = 200;

    @Test
    void shouldTellZerosBetweenSalesWhenWeeksClose() {
        // When
        var folded = fold(SeriesHistory.NONE, START.plus(4), START, 5, START.plus(2), 7);
        // Then
        assertThat(folded.changed()).extracting(ClosedWeek::week).containsExactly(weeks(START, 5));
        assertThat(folded.changed()).extracting(week -> units(week)).containsExactly(5L, 0L, 7L, 0L, 0L);
        assertThat(folded.changed()).extracting(ClosedWeek::revision).containsOnly(0);
    }

    @Test
    void shouldTellTheNextRevisionOfACorrectedWeekAlone() {
        // Given
        var history = fold(SeriesHistory.NONE, START.plus(4), START, 5).history();
        // When
        var corrected = fold(history, START.plus(4), START.plus(1), 3);
        var nothing = fold(corrected.history(), START.plus(4), START.plus(1), 0);
        // Then
        assertThat(corrected.changed()).singleElement().satisfies(week -> {
            assertThat(week.week()).isEqualTo(START.plus(1));
            assertThat(week.revision()).isEqualTo(1);
            assertThat(units(week)).isEqualTo(3);
        });
        assertThat(nothing.changed()).isEmpty();
    }

    @Test
    void shouldFallAsleepAfterZerosAndTellThoseItLeftOutWhenItWakes() {
        // Given
        var asleep = fold(SeriesHistory.NONE, START.plus(60), START, 5).history();
        assertThat(asleep.isAsleep()).isTrue();
        assertThat(asleep.weeks()).hasSize(1 + SeriesHistory.QUIET);
        // When
        var awake = fold(asleep, START.plus(61), START.plus(61), 2);
        // Then
        assertThat(awake.changed()).extracting(ClosedWeek::week).containsExactly(weeks(START.plus(27), 35));
        assertThat(awake.history().isAsleep()).isFalse();
    }

    @Test
    void shouldEndWithTheWeekInWhichTheProductWasDiscontinued() {
        // Given
        var closing = new Closing(START.plus(9), START.plus(3), any -> Availability.FULL);
        // When
        var ended = SeriesHistory.NONE.fold(said(START, 5), closing);
        // Then
        assertThat(ended.changed()).extracting(ClosedWeek::week).containsExactly(weeks(START, 4));
    }

    @Test
    void shouldReportWhatIsOlderThanTheHistory() {
        // Given
        var history = fold(SeriesHistory.NONE, START.plus(SeriesHistory.LENGTH), START.plus(120), 5)
                .history();
        // When
        var late = fold(history, START.plus(SeriesHistory.LENGTH), START, 4, START.plus(1), 6);
        // Then
        assertThat(late.tooOld()).containsExactly(START);
        assertThat(late.history().weeks()).hasSize(SeriesHistory.LENGTH);
        assertThat(units(late.history().weeks().get(0))).isEqualTo(6);
    }

    @Test
    void shouldTellAWeekAgainWhenItsAvailabilityIsKnownBetter() {
        // Given
        var history = fold(SeriesHistory.NONE, START.plus(2), START, 5).history();
        var empty = new Availability(false, 1_000);
        var closing = new Closing(START.plus(2), null, week -> week.equals(START.plus(1)) ? empty : Availability.FULL);
        // When
        var folded = history.fold(Collections.emptyNavigableMap(), closing);
        // Then
        assertThat(folded.changed()).containsExactly(new ClosedWeek(START.plus(1), 1, Amounts.NOTHING, empty));
    }

    @Test
    void shouldRefuseAWeekThatHasNotClosed() {
        assertThatThrownBy(() -> fold(SeriesHistory.NONE, START, START.next(), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** The law: the newest that was told of each week is what was said of it, each revision once and none without cause. */
    @Test
    void shouldHaveToldWhatWasSaidWhenFoldsComeInAnyOrder() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int run = 0; run < RUNS; run++) {
            // Given
            var said = new HashMap<BusinessWeek, Amounts>();
            var told = new HashMap<BusinessWeek, ClosedWeek>();
            var history = SeriesHistory.NONE;
            var closed = START;
            for (int i = 0; i < FOLDS; i++) {
                // When
                closed = closed.plus(random.nextInt(4) == 0 ? random.nextInt(3) : 0);
                var news = news(random, closed);
                var folded = history.fold(news, Closing.through(closed));
                folded.tooOld().forEach(news::remove);
                news.forEach((week, more) -> said.merge(week, more, Amounts::plus));
                folded.changed().forEach(week -> tell(told, week, seed));
                history = folded.history();
            }
            // Then
            assertThat(history.weeks()).as("seed %s", seed).allSatisfy(week -> {
                assertThat(week).isEqualTo(told.get(week.week()));
                assertThat(week.amounts()).isEqualTo(said.getOrDefault(week.week(), Amounts.NOTHING));
            });
            said.forEach((week, amounts) -> assertThat(told.get(week))
                    .as("%s, seed %s", week, seed)
                    .isNotNull()
                    .extracting(ClosedWeek::amounts)
                    .isEqualTo(amounts));
        }
    }

    private static void tell(Map<BusinessWeek, ClosedWeek> told, ClosedWeek week, long seed) {
        var before = told.put(week.week(), week);
        assertThat(week.revision()).as("seed %s", seed).isEqualTo(before == null ? 0 : before.revision() + 1);
        if (before != null) {
            assertThat(week.amounts()).as("seed %s", seed).isNotEqualTo(before.amounts());
        }
    }

    private static NavigableMap<BusinessWeek, Amounts> news(Random random, BusinessWeek closed) {
        var news = new TreeMap<BusinessWeek, Amounts>();
        for (int i = random.nextInt(3); i > 0; i--) {
            int back = random.nextInt(10) == 0 ? random.nextInt(200) : random.nextInt(6);
            news.put(closed.plus(-back), amounts(random.nextInt(-2, 5)));
        }
        return news;
    }

    private static Folded fold(SeriesHistory history, BusinessWeek through, Object... weekAndUnits) {
        return history.fold(said(weekAndUnits), Closing.through(through));
    }

    private static NavigableMap<BusinessWeek, Amounts> said(Object... weekAndUnits) {
        var said = new TreeMap<BusinessWeek, Amounts>();
        for (int i = 0; i < weekAndUnits.length; i += 2) {
            said.put((BusinessWeek) weekAndUnits[i], amounts((int) weekAndUnits[i + 1]));
        }
        return said;
    }

    private static Amounts amounts(int units) {
        return units == 0 ? Amounts.NOTHING : Amounts.sold(new Quantity(units * 1_000L), new Money(units * 250L));
    }

    private static long units(ClosedWeek week) {
        return week.amounts().gross().thousandths() / 1_000;
    }

    private static BusinessWeek[] weeks(BusinessWeek first, int count) {
        var weeks = new BusinessWeek[count];
        for (int i = 0; i < count; i++) {
            weeks[i] = first.plus(i);
        }
        return weeks;
    }
}
