package dev.vigia.app.sim.command;

/** What came of a command. */
public sealed interface Outcome {

    /** It was carried out; in a sentence for people. */
    record Done(String what) implements Outcome {}

    /** Nothing was done, and why. */
    record Refused(String why) implements Outcome {}

    /** It has begun, and is answered later. */
    record Begun() implements Outcome {}

    /** Nobody took it up. */
    record Unheard() implements Outcome {}
}
