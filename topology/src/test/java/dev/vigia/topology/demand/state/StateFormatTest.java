package dev.vigia.topology.demand.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigia.domain.Amounts;
import dev.vigia.domain.Availability;
import dev.vigia.domain.BusinessWeek;
import dev.vigia.domain.Cell;
import dev.vigia.domain.ClosedWeek;
import dev.vigia.domain.Contribution;
import dev.vigia.domain.Money;
import dev.vigia.domain.OrderHeader;
import dev.vigia.domain.OrderLine;
import dev.vigia.domain.Quantity;
import dev.vigia.domain.Series;
import dev.vigia.domain.SeriesHistory;
import dev.vigia.schemas.Position;
import java.util.ArrayList;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StateFormatTest {

    private static final int TIMES = 2_000;
    private static final BusinessWeek WEEK = new BusinessWeek(2_947);
    private static final long SMALL = 60_000;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void shouldReadWhatWasWrittenWhateverItIs() {
        for (int i = 0; i < TIMES; i++) {
            // Given
            var cell = new Cell(random.nextInt(), amounts(Long.MAX_VALUE));
            var history = history(random.nextInt(SeriesHistory.LENGTH + 1), Long.MAX_VALUE);
            var order = new OrderRow(text(), position(), orNull(new OrderHeader(week(), text(), random.nextBoolean())));
            var line = line(Long.MAX_VALUE);
            // Then
            assertThat(CellFormat.read(CellFormat.write(cell)))
                    .as("seed %s", seed)
                    .isEqualTo(cell);
            assertThat(HistoryFormat.read(HistoryFormat.write(history)))
                    .as("seed %s", seed)
                    .isEqualTo(history);
            assertThat(OrderRowFormat.read(OrderRowFormat.write(order)))
                    .as("seed %s", seed)
                    .isEqualTo(order);
            assertThat(LineRowFormat.read(LineRowFormat.write(line)))
                    .as("seed %s", seed)
                    .isEqualTo(line);
        }
    }

    /** Prints what each takes, without its key. */
    @Test
    void shouldTakeFewBytes() {
        // Given
        var usual = new Contribution(new Series("SKU-0042", "SP"), WEEK, 1, amounts(SMALL));
        var position = new Position(1, 94_371_840L, 3);
        var line = new OrderLine("SKU-0042", new Quantity(12_000), new Money(240_000), null);
        // When
        int cell = CellFormat.write(new Cell(12, amounts(SMALL))).length;
        int order = OrderRowFormat.write(new OrderRow("erp", position, new OrderHeader(WEEK, "SP", false))).length;
        int row = LineRowFormat.write(new LineRow("erp", position, line, usual)).length;
        int history = HistoryFormat.write(history(SeriesHistory.LENGTH, SMALL)).length;
        // Then
        System.out.printf("state in bytes: cell %d, order %d, line %d, history %d%n", cell, order, row, history);
        assertThat(cell).isLessThan(30);
        assertThat(order).isLessThan(40);
        assertThat(row).isLessThan(60);
        assertThat(history).isLessThan(SeriesHistory.LENGTH * 16);
    }

    @Test
    void shouldSayWhichFormatItKnowsWhenStateHasAnother() {
        // Given
        var bytes = CellFormat.write(Cell.EMPTY);
        bytes[0] = 9;
        // Then
        assertThatThrownBy(() -> CellFormat.read(bytes))
                .hasMessageContainingAll("a cell of format 9", "knows 1", "another version of Vigia");
    }

    private SeriesHistory history(int size, long most) {
        var weeks = new ArrayList<ClosedWeek>();
        var first = week();
        for (int i = 0; i < size; i++) {
            var availability = random.nextInt(10) > 0
                    ? Availability.FULL
                    : new Availability(random.nextBoolean(), random.nextInt(10_001));
            weeks.add(new ClosedWeek(first.plus(i), random.nextInt(4), amounts(most), availability));
        }
        return new SeriesHistory(weeks);
    }

    private LineRow line(long most) {
        var line = new OrderLine(text(), quantity(most), new Money(number(most)), orNull(random.nextBoolean()));
        var product = random.nextBoolean() ? line.product() : text();
        var applied = new Contribution(new Series(product, text()), week(), 1, amounts(most));
        return new LineRow(text(), position(), orNull(line), orNull(applied));
    }

    private Amounts amounts(long most) {
        return new Amounts(
                quantity(most), new Quantity(random.nextInt(5) == 0 ? number(most) : 0), new Money(number(most)));
    }

    private Quantity quantity(long most) {
        return new Quantity(number(most));
    }

    private long number(long most) {
        return most == Long.MAX_VALUE ? random.nextLong() : random.nextLong(most);
    }

    private BusinessWeek week() {
        return new BusinessWeek(random.nextInt(-100_000, 100_000));
    }

    private Position position() {
        return new Position(random.nextLong(), random.nextLong(), random.nextLong());
    }

    private String text() {
        return random.nextInt(4) == 0 ? "" : "Ü-" + Integer.toString(random.nextInt(), 36);
    }

    private <T> @Nullable T orNull(T value) {
        return random.nextInt(4) == 0 ? null : value;
    }
}
