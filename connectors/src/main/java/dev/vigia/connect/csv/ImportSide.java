package dev.vigia.connect.csv;

/**
 * The other side of an import: where it writes, what it remembers, and what stands there from before.
 */
public record ImportSide(ImportTarget target, ImportMemory memory, Leftovers leftovers) {

    /** The side of a dry run, which touches nothing. */
    public static ImportSide none(String source) {
        return new ImportSide(new NoTarget(), ImportMemory.none(source), (topic, epoch, found) -> {});
    }
}
