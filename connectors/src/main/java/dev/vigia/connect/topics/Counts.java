package dev.vigia.connect.topics;

import dev.vigia.connect.record.Output;

/** What became of the rows of an epoch. */
record Counts(long read, long written, long refused) {

    static final Counts NONE = new Counts(0, 0, 0);

    Counts andRead() {
        return new Counts(read + 1, written, refused);
    }

    /** Counts what was written of an output: a dead letter, where it was refused or too large. */
    Counts and(Output output, boolean isWritten) {
        return output instanceof Output.Refused || !isWritten ? andRefused() : new Counts(read, written + 1, refused);
    }

    Counts andRefused() {
        return new Counts(read, written, refused + 1);
    }
}
