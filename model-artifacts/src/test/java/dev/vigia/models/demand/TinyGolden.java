package dev.vigia.models.demand;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Golden windows of {@link TinyModel}, worked out here once more. */
final class TinyGolden {

    private static final double[] FACTORS = {0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4};

    private TinyGolden() {}

    static String text() {
        return "{\"tolerance\": 1e-4, \"windows\": [" + window(0, 104) + ", " + window(1, 30) + ", " + window(2, 8)
                + "]}";
    }

    /** A window of which only so many weeks were seen. */
    private static String window(int region, int seen) {
        return "{\"values\": " + weeks(week -> value(week, seen)) + ", \"observed\": "
                + weeks(week -> week >= 104 - seen ? 1 : 0) + ", \"region\": " + region + ", \"mean\": "
                + TinyModel.list(
                        ahead().map(week -> "[" + mean(week, region, seen) + ", " + 7 * mean(week, region, seen) + "]")
                                .toList())
                + ", \"quantiles\": "
                + TinyModel.list(ahead().map(week -> "[" + quantiles(mean(week, region, seen)) + ", "
                                + quantiles(7 * mean(week, region, seen)) + "]")
                        .toList())
                + "}";
    }

    private static Stream<Integer> ahead() {
        return IntStream.range(78, 104).boxed();
    }

    private static double mean(int week, int region, int seen) {
        return value(week, seen) * TinyModel.REGION_FACTORS[region];
    }

    private static List<Double> quantiles(double mean) {
        return Arrays.stream(FACTORS).map(factor -> factor * mean).boxed().toList();
    }

    private static double value(int week, int seen) {
        return week >= 104 - seen ? 10 + week % 52 : 0;
    }

    private static String weeks(IntToDoubleFunction value) {
        return TinyModel.list(IntStream.range(0, 104)
                .mapToObj(week -> {
                    double units = value.applyAsDouble(week);
                    return "[" + units + ", " + (units > 1 ? 7 * units : units) + "]";
                })
                .toList());
    }
}
