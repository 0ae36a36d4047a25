package dev.vigia.topology.demand.weeks;

import static dev.vigia.topology.demand.weeks.WeekBench.CALENDAR;
import static dev.vigia.topology.demand.weeks.WeekBench.GRACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.domain.Amounts;
import dev.vigia.domain.BusinessWeek;
import dev.vigia.domain.ClosedWeek;
import dev.vigia.topology.demand.event.WeekEvent.WeekTold;
import dev.vigia.topology.demand.event.WeekEvent.WeekTooOld;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The law of weeks: the newest that was told of each closed week is what came for it, whatever happened in between. */
class WeekTotallerLawTest {

    private static final String ERP = "erp";
    private static final BusinessWeek START = new BusinessWeek(2_900);
    private static final int UPSTREAMS = 3;
    private static final int RUNS = 60;
    private static final int STEPS = 400;
    private static final int PRODUCTS = 8;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final Map<Object, Amounts> said = new HashMap<>();
    private final Instant[] at = new Instant[UPSTREAMS];
    private WeekBench bench = new WeekBench(UPSTREAMS, ERP);
    private BusinessWeek now = START;
    private long epoch = 1;
    private boolean live = true;

    @Test
    void shouldHaveToldWhatCameForEachClosedWeekWhateverHappened() {
        for (int run = 0; run < RUNS; run++) {
            // Given
            begin();
            for (int step = 0; step < STEPS; step++) {
                // When
                int before = bench.events(WeekTold.class).size();
                step();
                // Then
                assertThat(bench.events(WeekTold.class).size() == before || live)
                        .as("nothing is told in a snapshot; seed %s, run %s", seed, run)
                        .isTrue();
            }
            live = true;
            var end = CALENDAR.endsAt(now).plus(GRACE);
            bench.passed(ERP, 0, epoch, true, end);
            bench.passed(ERP, 1, epoch, true, end);
            bench.passed(ERP, 2, epoch, true, end);
            bench.workToTheEnd();
            assertThatAllWasTold(run);
        }
    }

    private void assertThatAllWasTold(int run) {
        var told = new HashMap<Object, Amounts>();
        bench.told().forEach((cell, week) -> told.put(cell, week.amounts()));
        var tooOld = bench.events(WeekTooOld.class).stream()
                .map(old -> (Object) Map.entry(old.series(), old.week()))
                .toList();
        said.forEach((cell, amounts) -> {
            if (!tooOld.contains(cell) && !amounts.equals(Amounts.NOTHING)) {
                assertThat(told.get(cell))
                        .as("%s, seed %s, run %s", cell, seed, run)
                        .isEqualTo(amounts);
            }
        });
        told.forEach((cell, amounts) -> assertThat(amounts)
                .as("%s, seed %s, run %s", cell, seed, run)
                .isEqualTo(tooOld.contains(cell) ? amounts : said.getOrDefault(cell, Amounts.NOTHING)));
        assertThat(bench.told().values()).extracting(ClosedWeek::week).allMatch(week -> !week.isAfter(now));
    }

    private void begin() {
        bench = new WeekBench(UPSTREAMS, ERP);
        said.clear();
        now = START;
        epoch = 1;
        live = true;
        for (int upstream = 0; upstream < UPSTREAMS; upstream++) {
            at[upstream] = CALENDAR.startsAt(START);
        }
    }

    private void step() {
        switch (random.nextInt(30)) {
            case 0 -> bench.restart();
            case 1, 2, 3, 4 -> bench.work();
            case 5 -> now = now.plus(random.nextInt(3));
            case 6, 7, 8, 9, 10 -> advance(random.nextInt(UPSTREAMS));
            case 11 -> changePhase();
            default -> add();
        }
    }

    private void advance(int upstream) {
        var hours = random.nextInt(24 * 12);
        var next = at[upstream].plus(Duration.ofHours(hours));
        var limit = CALENDAR.endsAt(now).plus(GRACE);
        at[upstream] = next.isAfter(limit) ? limit : next;
        bench.passed(ERP, upstream, epoch, live, at[upstream]);
    }

    /** All upstreams go into a snapshot, or come out of it. */
    private void changePhase() {
        live = !live;
        epoch += live ? 0 : 1;
        for (int upstream = 0; upstream < UPSTREAMS; upstream++) {
            bench.passed(ERP, upstream, epoch, live, at[upstream]);
        }
    }

    private void add() {
        var product = "P-" + random.nextInt(PRODUCTS);
        int back = random.nextInt(20) == 0 ? random.nextInt(140) : random.nextInt(5);
        var week = now.plus(-back + random.nextInt(2));
        int units = random.nextInt(-2, 6);
        now = week.isAfter(now) ? week : now;
        bench.add(product, week, units);
        said.merge(WeekBench.cell(product, week), WeekBench.amounts(units), Amounts::plus);
    }
}
