package dev.vigia.connect.csv;

/**
 * The other side of an import: where it writes, what it remembers, and what stands there from before.
 */
public record ImportSide(ImportTarget target, ImportMemory memory, Leftovers leftovers) {

    /** The side of a dry run, which touches nothing. */
    public static ImportSide none(String source) {
        return unwritten(ImportMemory.none(source));
    }

    /** The side of an import that remembers what is there, and to which nothing is news. */
    public static ImportSide unwritten(ImportMemory memory) {
        return new ImportSide(new NoTarget(), memory, (topic, epoch, found) -> {});
    }
}
