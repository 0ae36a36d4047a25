package dev.vigia.connect.capture;

import dev.vigia.schema.Phase;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether capture goes on where it was or takes a new snapshot, and why.
 *
 * @param refused why neither may be done before a person has decided; null where nothing stands in the way
 */
record EpochDecision(
        CaptureState state,
        @Nullable String newBecause,
        @Nullable String refused) {

    /** What is found at a start: what Kafka keeps, and what the server has. */
    record Found(Optional<CaptureState> kept, ServerIdentity server, Optional<Slot> slot, boolean published) {}

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
            return begin(1, found.server(), fingerprint, "the source was never captured before");
        }
        var kept = found.kept().get();
        var because = choice == EpochChoice.NEW ? "it was asked for" : because(kept, found);
        if (because != null) {
            return begin(kept.epoch() + 1, found.server(), fingerprint, because);
        }
        return new EpochDecision(withFingerprint(kept, fingerprint), null, refused(kept, choice, fingerprint));
    }

    private static @Nullable String refused(CaptureState kept, EpochChoice choice, String fingerprint) {
        if (kept.needsNewEpoch() != null) {
            return kept.needsNewEpoch()
                    + ". Start with --new-epoch: it takes a new snapshot and retracts what is gone.";
        }
        if (!kept.fingerprint().equals(fingerprint) && choice != EpochChoice.KEEP) {
            return "The mapping was changed since the last start. Start with --new-epoch to map every row anew, or"
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
        return found.slot().isEmpty()
                ? "the replication slot is gone"
                : because(kept, found.slot().get());
    }

    private static @Nullable String because(CaptureState kept, Slot slot) {
        if (slot.lost()) {
            return "the server threw away log that was not read yet";
        }
        return slot.confirmed() > kept.safe() ? "the replication slot is beyond what was written" : null;
    }

    private static EpochDecision begin(long epoch, ServerIdentity server, String fingerprint, String because) {
        var state = new CaptureState(
                epoch,
                Phase.SNAPSHOT,
                server.system(),
                server.timeline(),
                fingerprint,
                epoch + ":0:0",
                Map.of(),
                null,
                Counts.NONE,
                null,
                null);
        return new EpochDecision(state, because, null);
    }

    private static CaptureState withFingerprint(CaptureState kept, String fingerprint) {
        return new CaptureState(
                kept.epoch(),
                kept.phase(),
                kept.system(),
                kept.timeline(),
                fingerprint,
                kept.position(),
                kept.paused(),
                kept.needsNewEpoch(),
                kept.counts(),
                kept.markedAt(),
                kept.offset());
    }
}
