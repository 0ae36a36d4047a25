package dev.vigia.bench.fuzz;

import java.util.Locale;

/**
 * What became of the input of one way in.
 *
 * @param fed lines or messages that were given to it
 * @param received readings, lines or events that it found in them
 */
record Count(String way, long fed, long received, long written, long refused, long excluded) {

    /** Whether nothing was lost: each line gave at least one thing, and each thing became something. */
    boolean addsUp() {
        return received >= fed && received == written + refused + excluded;
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%-10s %,12d fed %,12d received = %,12d written + %,12d refused + %,12d excluded   %s",
                way,
                fed,
                received,
                written,
                refused,
                excluded,
                addsUp() ? "adds up" : "DOES NOT ADD UP");
    }
}
