package dev.vigia.connect.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How many of a base one of another is: of units, or of currencies. */
public record Factors(Map<String, Map<String, BigDecimal>> byBase) {

    /**
     * By what an amount is multiplied and divided.
     *
     * @param times how many of the base one of the first is
     * @param divided how many of the base one of the second is
     */
    record Ratio(BigDecimal times, BigDecimal divided) {

        /** Whether there is nothing to divide by. */
        boolean isWhole() {
            return divided.compareTo(BigDecimal.ONE) == 0;
        }
    }

    private static final Ratio SAME = new Ratio(BigDecimal.ONE, BigDecimal.ONE);

    /** What leads from one to another; null where nothing does. */
    @Nullable
    Ratio ratio(String from, String to) {
        if (from.equals(to)) {
            return SAME;
        }
        for (var base : byBase.entrySet()) {
            var times = factor(base, from);
            var divided = factor(base, to);
            if (times != null && divided != null) {
                return new Ratio(times, divided);
            }
        }
        return null;
    }

    /** Everything that can be turned into this one, and itself. */
    List<String> leadingTo(String to) {
        var all = new TreeSet<String>();
        all.add(to);
        for (var base : byBase.entrySet()) {
            if (factor(base, to) != null) {
                all.add(base.getKey());
                all.addAll(base.getValue().keySet());
            }
        }
        return new ArrayList<>(all);
    }

    private static @Nullable BigDecimal factor(Map.Entry<String, Map<String, BigDecimal>> base, String of) {
        return base.getKey().equals(of) ? BigDecimal.ONE : base.getValue().get(of);
    }
}
