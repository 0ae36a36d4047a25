package dev.vigia.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContributionTest {

    private static final OrderHeader ORDER = new OrderHeader(new BusinessWeek(2_900), "SP", false);
    private static final int STEPS = 5_000;

    @Test
    void shouldAddNothingWhenOrderOrLineDoesNotCount() {
        assertThat(Contribution.of(null, line("P-1", "1", null))).isNull();
        assertThat(Contribution.of(ORDER, null)).isNull();
    }

    @Test
    void shouldCountWhatCameBackWhateverItsSign() {
        // Given
        var order = new OrderHeader(ORDER.week(), "SP", true);
        // When
        var positive = Contribution.of(order, line("P-1", "2.5", null));
        var negative = Contribution.of(order, line("P-1", "-2.5", null));
        var ofLine = Contribution.of(ORDER, line("P-1", "-2.5", true));
        // Then
        assertThat(positive).isEqualTo(negative).isEqualTo(ofLine);
        assertThat(positive).satisfies(all -> {
            assertThat(all.amounts().returned().units()).isEqualByComparingTo("2.5");
            assertThat(all.amounts().net().units()).isEqualByComparingTo("-2.5");
            assertThat(all.amounts().revenue().amount()).isEqualByComparingTo("-25");
        });
    }

    @Test
    void shouldSayOneDifferenceWhenALineStaysInItsCell() {
        // Given
        var before = Contribution.of(ORDER, line("P-1", "2", null));
        var now = Contribution.of(ORDER, line("P-1", "5", null));
        // When
        var changes = Contribution.changes(before, now);
        // Then
        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.lines()).isZero();
            assertThat(change.amounts().gross().units()).isEqualByComparingTo("3");
        });
        assertThat(Contribution.changes(now, now)).isEmpty();
    }

    /** The law: however lines change, what was said adds up to what they add now. */
    @Test
    void shouldAddUpToWhatStandsWhenLinesChangeInAnyWay() {
        // Given
        long seed = System.nanoTime();
        var random = new Random(seed);
        var standing = new HashMap<Integer, Contribution>();
        var cells = new HashMap<Object, Cell>();
        for (int step = 0; step < STEPS; step++) {
            int line = random.nextInt(20);
            // When
            var now = Contribution.of(anyOrder(random), anyLine(random));
            Contribution.changes(standing.get(line), now).forEach(change -> add(cells, change));
            if (now == null) {
                standing.remove(line);
            } else {
                standing.put(line, now);
            }
        }
        // Then
        var expected = new HashMap<Object, Cell>();
        standing.values().forEach(each -> add(expected, each));
        assertThat(cells).as("seed %s", seed).isEqualTo(expected);
    }

    private static void add(Map<Object, Cell> cells, Contribution change) {
        var cell = Map.entry(change.series(), change.week());
        var sum = cells.getOrDefault(cell, Cell.EMPTY).plus(change);
        if (sum.isEmpty()) {
            cells.remove(cell);
        } else {
            cells.put(cell, sum);
        }
    }

    private static @Nullable OrderHeader anyOrder(Random random) {
        return random.nextInt(5) == 0
                ? null
                : new OrderHeader(new BusinessWeek(random.nextInt(3)), "R" + random.nextInt(2), random.nextInt(8) == 0);
    }

    private static @Nullable OrderLine anyLine(Random random) {
        return random.nextInt(5) == 0
                ? null
                : line("P-" + random.nextInt(3), Integer.toString(random.nextInt(-3, 9)), null);
    }

    private static OrderLine line(String product, String quantity, @Nullable Boolean isReturn) {
        var units = new BigDecimal(quantity);
        return new OrderLine(product, Quantity.of(units), Money.of(units.multiply(BigDecimal.TEN)), isReturn);
    }
}
