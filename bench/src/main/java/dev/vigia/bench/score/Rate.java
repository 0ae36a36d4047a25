package dev.vigia.bench.score;

import java.util.Locale;
import org.openjdk.jmh.results.RunResult;

/**
 * How fast windows were scored in one way.
 *
 * @param what way, for people
 * @param batch windows in a call
 * @param windows a second, of all callers together
 * @param median microseconds of a call
 * @param nearWorst microseconds that 99 of 100 calls did not exceed
 */
record Rate(String what, int batch, double windows, double median, double nearWorst) {

    private static final String ROW = "%-38s %6s %11s %10s %10s";
    private static final double MICROS = 1e6;
    private static final double THOUSAND = 1e3;

    /** From samples of calls, in microseconds. */
    static Rate of(String what, int callers, RunResult run) {
        var calls = run.getPrimaryResult().getStatistics();
        int batch = Integer.parseInt(run.getParams().getParam("batch"));
        return new Rate(
                what,
                batch,
                callers * batch * MICROS / calls.getMean(),
                calls.getPercentile(50),
                calls.getPercentile(99));
    }

    static String heading() {
        return String.format(Locale.ROOT, ROW, "", "batch", "windows/s", "p50 ms", "p99 ms");
    }

    String row() {
        return String.format(
                Locale.ROOT,
                ROW,
                what,
                String.format(Locale.ROOT, "%,d", batch),
                String.format(Locale.ROOT, "%,.0f", windows),
                String.format(Locale.ROOT, "%.2f", median / THOUSAND),
                String.format(Locale.ROOT, "%.2f", nearWorst / THOUSAND));
    }
}
