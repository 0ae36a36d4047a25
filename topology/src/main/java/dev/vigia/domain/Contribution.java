package dev.vigia.domain;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a line of an order adds to a week of a series, or, negated, takes from it.
 *
 * @param lines 1 where it adds a line, −1 where it takes one away, 0 where one says something else now
 */
public record Contribution(Series series, BusinessWeek week, int lines, Amounts amounts) {

    /** What a line adds, given its order; null where either is missing or does not count. */
    public static @Nullable Contribution of(@Nullable OrderHeader order, @Nullable OrderLine line) {
        if (order == null || line == null) {
            return null;
        }
        var isReturn = Objects.requireNonNullElse(line.isReturn(), order.isReturn());
        var amounts = isReturn
                ? Amounts.cameBack(line.quantity(), line.revenue())
                : Amounts.sold(line.quantity(), line.revenue());
        return new Contribution(new Series(line.product(), order.region()), order.week(), 1, amounts);
    }

    /** What makes totals right that hold what a line added before, now that it adds something else; mostly nothing. */
    public static List<Contribution> changes(@Nullable Contribution before, @Nullable Contribution now) {
        if (Objects.equals(before, now)) {
            return List.of();
        }
        if (before == null) {
            return List.of(Objects.requireNonNull(now));
        }
        if (now == null) {
            return List.of(before.negated());
        }
        return before.isOfSameCell(now) ? List.of(now.plus(before.negated())) : List.of(before.negated(), now);
    }

    private Contribution plus(Contribution other) {
        return new Contribution(series, week, Math.addExact(lines, other.lines), amounts.plus(other.amounts));
    }

    private Contribution negated() {
        return new Contribution(series, week, Math.negateExact(lines), amounts.negated());
    }

    private boolean isOfSameCell(Contribution other) {
        return week.equals(other.week) && series.equals(other.series);
    }
}
