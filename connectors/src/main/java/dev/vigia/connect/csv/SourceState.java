package dev.vigia.connect.csv;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of a source that comes in files.
 *
 * @param kind tells it from what other ways in keep
 * @param epoch 1, and one more with each replacement
 * @param number of the newest import
 * @param replacing whether a replacement was begun and has not come to its end
 * @param completeBefore milliseconds since 1970 up to which everything is there; null before the first marker
 * @param newest the newest import; null before the first
 */
public record SourceState(
        String kind,
        long epoch,
        long number,
        boolean replacing,
        @Nullable Long completeBefore,
        @Nullable FileState newest) {

    static final String KIND = "csv";

    /** Before the first import. */
    static final SourceState NONE = new SourceState(KIND, 1, 0, false, null, null);

    /** The next epoch has begun; nothing is known to be complete in it. */
    SourceState replaced() {
        return number == 0 && !replacing
                ? new SourceState(KIND, epoch, 0, true, null, newest)
                : new SourceState(KIND, epoch + 1, number, true, null, newest);
    }

    SourceState replacementDone() {
        return new SourceState(KIND, epoch, number, false, completeBefore, newest);
    }

    SourceState with(FileState file) {
        return new SourceState(KIND, epoch, file.number(), replacing, completeBefore, file);
    }

    SourceState complete(long before) {
        return new SourceState(KIND, epoch, number, replacing, before, newest);
    }
}
