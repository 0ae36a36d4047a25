package dev.vigia.connect.csv;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import came to.
 *
 * @param skipped files that are known and were not read again
 * @param rejects files of refused lines that were written
 * @param retracted records that were taken back, because the files do not hold them
 * @param completeBefore what the newest markers of the source say; null where there are none
 * @param marked whether this import wrote them
 * @param failure why it failed, in words; null where it did not
 */
public record ImportSummary(
        Counts counts,
        RepeatedKeys repeated,
        List<String> skipped,
        List<Path> rejects,
        long retracted,
        @Nullable Instant completeBefore,
        boolean marked,
        @Nullable String failure) {}
