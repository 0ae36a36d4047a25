package dev.vigia.connect.csv;

/**
 * What is kept of the import of a file.
 *
 * @param number of the import, counted per source
 * @param mapping what it was read by: the fingerprint of the mapping, and what was said of reading
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

    /** The next import, of a file that nothing has been read of. */
    static FileState begun(String file, ImportLedger ledger, long bytes, String sha256, String mapping) {
        return new FileState(file, ledger.epoch(), ledger.next(), sha256, mapping, bytes, 0, 0, 0, 0, 0, false);
    }

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
