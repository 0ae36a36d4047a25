package dev.vigia.connect.csv;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Which files were imported before as they are, by this mapping and read in this way, so that they say nothing new. After
 * an import that did not come to its end no file from before it is known: it may have said otherwise of their keys.
 */
record KnownFiles(CsvMapping mapping, ImportOptions options, ImportMemory memory) {

    /** What the records of a file depend on, but for its content. */
    String readBy() {
        return mapping.fingerprint() + " " + options.reading();
    }

    /** The newest import of a file, if it was of this content; null where the file is to be imported. */
    @Nullable
    FileState find(CsvSource source, String sha256) {
        var newest = memory.newest(source.place());
        return newest != null
                        && !options.again()
                        && !options.replace()
                        && newest.number() > memory.state().newestUnfinished()
                        && newest.isSame(sha256, readBy(), memory.state().epoch())
                ? newest
                : null;
    }

    boolean isKnown(CsvSource source) {
        try {
            var path = source.path();
            return path != null && find(source, RawFile.sha256(path)) != null;
        } catch (IOException e) {
            throw RawFile.unreadable(source.name(), e);
        }
    }
}
