package dev.vigia.connect.csv;

/**
 * What is kept of the import of a file.
 *
 * @param number of the import, counted per source
 * @param mapping fingerprint of the mapping it was read by
 * @param bytes of the file; -1 where nobody knows
 * @param completed whether it was read to its end
 */
public record FileState(
        String file,
        long epoch,
        long number,
        String sha256,
        String mapping,
        long bytes,
        long lines,
        long mapped,
        long excluded,
        long refused,
        long blank,
        boolean completed) {

    /** Whether a file of this content, read by this mapping, would say nothing new. */
    boolean isSame(String sha256, String mapping, long epoch) {
        return completed && this.sha256.equals(sha256) && this.mapping.equals(mapping) && this.epoch == epoch;
    }

    /** The same import, further on. */
    FileState with(Counts counts, boolean completed) {
        return new FileState(
                file,
                epoch,
                number,
                sha256,
                mapping,
                bytes,
                counts.lines(),
                counts.mappedLines(),
                counts.excludedLines(),
                counts.refusedLines(),
                counts.blankLines(),
                completed);
    }

    /** The same import, now that its content is known. */
    FileState with(String sha256) {
        return new FileState(
                file, epoch, number, sha256, mapping, bytes, lines, mapped, excluded, refused, blank, completed);
    }
}
