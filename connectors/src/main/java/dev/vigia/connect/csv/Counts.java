package dev.vigia.connect.csv;

import dev.vigia.schemas.Topic;
import java.util.Map;
import java.util.TreeMap;

/** What became of the lines of a file: lines = mapped + excluded + refused. Blank ones are counted apart. One thread. */
public final class Counts {

    private long mapped;
    private long excluded;
    private long refused;
    private long blank;
    private long written;
    private final Map<String, Long> records = new TreeMap<>();
    private final Map<String, Long> reasons = new TreeMap<>();

    void mapped() {
        mapped++;
    }

    void excluded() {
        excluded++;
    }

    void blank() {
        blank++;
    }

    void refused(String reason) {
        refused++;
        reasons.merge(reason, 1L, Long::sum);
    }

    void wrote(Topic topic) {
        written++;
        records.merge(topic.name(), 1L, Long::sum);
    }

    void add(Counts other) {
        mapped += other.mapped;
        excluded += other.excluded;
        refused += other.refused;
        blank += other.blank;
        written += other.written;
        other.records.forEach((topic, count) -> records.merge(topic, count, Long::sum));
        other.reasons.forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
    }

    /** Lines but for the header and blank ones. */
    public long lines() {
        return mapped + excluded + refused;
    }

    /** Lines that gave at least one record, and of which nothing was refused. */
    public long mappedLines() {
        return mapped;
    }

    /** Lines that the mapping's conditions leave out. */
    public long excludedLines() {
        return excluded;
    }

    /** Lines of which something was refused. */
    public long refusedLines() {
        return refused;
    }

    public long blankLines() {
        return blank;
    }

    /** Records and deletes written, by topic. */
    public Map<String, Long> records() {
        return records;
    }

    /** Lines refused, by reason. */
    public Map<String, Long> reasons() {
        return reasons;
    }

    long allRecords() {
        return written;
    }
}
