package dev.vigia.app.selftest;

/** One thing that is shown, in the order in which data passes. */
interface Stage {

    /** What is shown, in a few words. */
    String name();

    /** Shows it and says what was seen; throws {@link NotProved} where it is not so. */
    String prove(Trial trial) throws Exception;
}
