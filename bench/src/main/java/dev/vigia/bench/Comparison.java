package dev.vigia.bench;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;

/** Two rates of one run: ours, and the alternative's beside it. */
record Comparison(String what, double ours, double other) {

    private static final String ROW = "%-8s %14s %14s %7s";

    /** What the benchmarks named {@code <what>Ours} and {@code <what><other>} came to. */
    static Comparison of(Collection<RunResult> run, String what, String other) {
        Map<String, Double> rates = run.stream()
                .collect(Collectors.toMap(
                        result -> result.getPrimaryResult().getLabel(),
                        result -> result.getPrimaryResult().getScore()));
        return new Comparison(what, requireNonNull(rates.get(what + "Ours")), requireNonNull(rates.get(what + other)));
    }

    static String heading(String other) {
        return String.format(ROW, "", "ours", other, "ratio");
    }

    double ratio() {
        return ours / other;
    }

    String row() {
        return String.format(
                Locale.ROOT, ROW, what, rate(ours), rate(other), String.format(Locale.ROOT, "%.2f", ratio()));
    }

    private static String rate(double rate) {
        return String.format(Locale.ROOT, "%,.0f", rate);
    }
}
