package dev.vigia.connect.csv;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
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
 * @param unfinished number of the newest import before that one that did not come to its end; 0: none
 * @param keying of each table that was imported and each topic it wrote: which lines became records under which keys
 */
public record SourceState(
        String kind,
        long epoch,
        long number,
        boolean replacing,
        @Nullable Long completeBefore,
        @Nullable FileState newest,
        long unfinished,
        Map<String, Map<String, String>> keying) {

    static final String KIND = "csv";

    /** Before the first import. */
    static final SourceState NONE = new SourceState(KIND, 1, 0, false, null, null, 0, Map.of());

    /** What an older version kept says nothing of keys. */
    public SourceState {
        keying = Objects.requireNonNullElse(keying, Map.of());
    }

    /** The next epoch has begun; nothing is known to be complete in it. */
    SourceState replaced() {
        return number == 0 && !replacing
                ? new SourceState(KIND, epoch, 0, true, null, newest, unfinished, keying)
                : new SourceState(KIND, epoch + 1, number, true, null, newest, unfinished, keying);
    }

    /** What these tables wrote otherwise before is gone. */
    SourceState replacementDone(Collection<CsvTable> tables) {
        var now = new TreeMap<>(keying);
        tables.forEach(table -> now.put(name(table), table.keying()));
        return new SourceState(KIND, epoch, number, false, completeBefore, newest, unfinished, now);
    }

    /** A file of a table has been read so far. */
    SourceState with(FileState file, CsvTable table) {
        var ofTable = new TreeMap<>(keying(table));
        ofTable.putAll(table.keying());
        var now = new TreeMap<>(keying);
        now.put(name(table), ofTable);
        return new SourceState(
                KIND, epoch, file.number(), replacing, completeBefore, file, unfinishedBefore(file), now);
    }

    /** An import in the middle of which another began stays unfinished. */
    private long unfinishedBefore(FileState file) {
        return newest != null && newest.number() == file.number() ? unfinished : newestUnfinished();
    }

    /** Number of the newest import that did not come to its end: what files said before it may not stand any more. */
    long newestUnfinished() {
        return newest == null || newest.completed() ? unfinished : newest.number();
    }

    SourceState complete(long before) {
        return new SourceState(KIND, epoch, number, replacing, before, newest, unfinished, keying);
    }

    /** The topics that a table wrote. */
    Set<String> topicsOf(CsvTable table) {
        return keying(table).keySet();
    }

    /** The topics that a table wrote by other keys or conditions than now. */
    List<String> rekeyed(CsvTable table) {
        return keying(table).entrySet().stream()
                .filter(then -> !then.getValue().equals(table.keying().get(then.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<String, String> keying(CsvTable table) {
        return keying.getOrDefault(name(table), Map.of());
    }

    private static String name(CsvTable table) {
        return table.table().toString();
    }
}
