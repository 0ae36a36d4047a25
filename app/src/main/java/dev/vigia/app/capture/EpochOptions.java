package dev.vigia.app.capture;

import dev.vigia.connect.capture.EpochChoice;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What a person decides about going on where a capture was or beginning anew. */
public final class EpochOptions {

    @ArgGroup
    private Choice choice = new Choice();

    private static final class Choice {

        @Option(names = "--new-epoch", description = "Take a new snapshot, and retract what it does not show.")
        private boolean newEpoch;

        @Option(
                names = "--keep-epoch",
                description = "Go on although the mapping was changed: what was written stays as it is.")
        private boolean keepEpoch;
    }

    public EpochChoice choice() {
        if (choice.newEpoch) {
            return EpochChoice.NEW;
        }
        return choice.keepEpoch ? EpochChoice.KEEP : EpochChoice.USUAL;
    }
}
