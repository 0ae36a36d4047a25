package dev.vigia.domain;

import java.util.List;
import java.util.NavigableMap;

/**
 * The closed weeks of a series, one after another without a gap, the newest {@value #LENGTH} of them: what is true of the
 * past. Closing a week and correcting an older one are the same step, a fold.
 *
 * <p>A series is active from its first sale until it is discontinued or {@value #QUIET} weeks were zero; from then on it
 * grows no more until something is sold or comes back, and then by the zeros that were left out too.
 */
public record SeriesHistory(List<ClosedWeek> weeks) {

    /** Weeks that are kept: two years and a half. */
    public static final int LENGTH = 130;

    /** Zeros after which nothing is told any more. */
    public static final int QUIET = 26;

    /** Before the first sale. */
    public static final SeriesHistory NONE = new SeriesHistory(List.of());

    public SeriesHistory {
        weeks = List.copyOf(weeks);
    }

    /**
     * What came of a fold.
     *
     * @param changed the weeks that are to be told, oldest first
     * @param tooOld weeks that something was said of, but that are no longer kept
     */
    public record Folded(SeriesHistory history, List<ClosedWeek> changed, List<BusinessWeek> tooOld) {}

    /** Adds what was said of weeks that have closed, and makes the history reach as far as it should. */
    public Folded fold(NavigableMap<BusinessWeek, Amounts> said, Closing closing) {
        var fold = new HistoryFold(weeks, closing);
        said.forEach(fold::add);
        return fold.finish();
    }

    /** Whether it has grown as far as it will, as long as nothing is said of it. */
    public boolean isAsleep() {
        return quietWeeks(weeks) >= QUIET;
    }

    /** How many of the newest weeks were zero. */
    static int quietWeeks(List<ClosedWeek> weeks) {
        int zeros = 0;
        while (zeros < weeks.size() && weeks.get(weeks.size() - 1 - zeros).isZero()) {
            zeros++;
        }
        return zeros;
    }
}
