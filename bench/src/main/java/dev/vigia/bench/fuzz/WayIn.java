package dev.vigia.bench.fuzz;

/** A way in that can be fed with noise. */
interface WayIn {

    /** Feeds so many lines or messages. */
    Count feed(int lines, Noise noise) throws Exception;
}
