package dev.vigia.connect.capture;

import dev.vigia.schema.Phase;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether capture goes on where it was or takes a new snapshot, and why.
 *
 * @param mended tables that were paused, and that a new snapshot reads again
 * @param refused why neither may be done before a person has decided; null where nothing stands in the way
 */
record EpochDecision(
        CaptureState state,
        Set<String> mended,
        @Nullable String newBecause,
        @Nullable String refused) {

    /**
     * What is found at a start: what Kafka keeps, and what the server has.
     *
     * @param tables how the mapped tables stand in the log
     */
    record Found(
            Optional<CaptureState> kept,
            ServerIdentity server,
            Optional<Slot> slot,
            boolean published,
            Map<String, String> tables) {}

    boolean isNew() {
        return newBecause != null;
    }

    /** Throws where only a person can decide. */
    void requireAllowed() {
        if (refused != null) {
            throw new CaptureRefusedException(refused + " Nothing was written.");
        }
    }

    static EpochDecision of(Found found, EpochChoice choice, String fingerprint) {
        if (found.kept().isEmpty()) {
            return begin(1, found, fingerprint, Set.of(), "the source was never captured before");
        }
        var kept = found.kept().get();
        var because = choice == EpochChoice.NEW ? "it was asked for" : because(kept, found);
        if (because != null) {
            return begin(kept.epoch() + 1, found, fingerprint, kept.paused().keySet(), because);
        }
        return new EpochDecision(
                kept.of(fingerprint, found.tables()),
                Set.of(),
                null,
                refused(kept, found.tables(), choice, fingerprint));
    }

    /** The same for tables that stand otherwise in the log since it was decided. */
    EpochDecision with(Map<String, String> tables) {
        return new EpochDecision(state.of(state.fingerprint(), tables), mended, newBecause, refused);
    }

    private static @Nullable String refused(
            CaptureState kept, Map<String, String> tables, EpochChoice choice, String fingerprint) {
        if (kept.needsNewEpoch() != null) {
            return kept.needsNewEpoch()
                    + ". Start with --new-epoch: it takes a new snapshot and retracts what is gone.";
        }
        if (kept.fingerprint().equals(fingerprint)) {
            return null;
        }
        var added = new TreeSet<>(tables.keySet());
        added.removeAll(kept.tables().keySet());
        if (!added.isEmpty()) {
            return "The mapping was changed and reads " + String.join(", ", added) + " too, whose rows were never read."
                    + " Start with --new-epoch to map every row anew.";
        }
        if (choice != EpochChoice.KEEP) {
            return "The mapping was changed since the last start, or the salt that it hashes with. Start with --new-epoch to map every row anew, or"
                    + " with --keep-epoch to leave what was written as it is.";
        }
        return null;
    }

    private static @Nullable String because(CaptureState kept, Found found) {
        if (kept.needsNewEpoch() != null) {
            return null;
        }
        if (kept.phase() != Phase.LIVE || kept.offset() == null) {
            return "the last snapshot was interrupted";
        }
        if (!kept.system().equals(found.server().system())) {
            return "this is another database server than before";
        }
        if (kept.timeline() != found.server().timeline()) {
            return "the database server is on another timeline than before";
        }
        if (!found.published()) {
            return "the publication is gone";
        }
        var changed = LoggedTables.changed(kept.tables(), found.tables());
        changed.removeAll(kept.paused().keySet()); // Those wait for a person as it is.
        if (!changed.isEmpty()) {
            return words(changed);
        }
        return found.slot().isEmpty()
                ? "the replication slot is gone"
                : because(kept, found.slot().get());
    }

    /** Why tables that stand otherwise in the log end an epoch. */
    static String words(Set<String> changed) {
        return String.join(", ", changed)
                + " was replaced, redefined, left the publication, or has other partitions or another replica identity:"
                + " the log lacks changes";
    }

    private static @Nullable String because(CaptureState kept, Slot slot) {
        if (slot.lost()) {
            return "the server threw away log that was not read yet";
        }
        return slot.confirmed() > kept.safe() ? "the replication slot is beyond what was written" : null;
    }

    private static EpochDecision begin(
            long epoch, Found found, String fingerprint, Set<String> mended, String because) {
        var state = new CaptureState(
                epoch,
                Phase.SNAPSHOT,
                found.server().system(),
                found.server().timeline(),
                fingerprint,
                epoch + ":0:0",
                found.tables(),
                Map.of(),
                null,
                Counts.NONE,
                null,
                null);
        return new EpochDecision(state, mended, because, null);
    }
}
