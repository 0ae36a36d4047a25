package dev.vigia.connect.csv;

import dev.vigia.connect.record.Output;
import dev.vigia.connect.write.Origin;
import dev.vigia.schema.DeleteReason;
import dev.vigia.schemas.Topic;
import dev.vigia.schemas.Topics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;

/**
 * Files that replace everything that was imported before into their topics.
 *
 * @param given tables that the files are
 * @param topics that they write, or wrote before
 */
record Replacement(CsvMapping mapping, Set<CsvTable> given, Set<Topic> topics) {

    static Replacement by(CsvMapping mapping, Reading reading, List<CsvSource> sources, SourceState before) {
        var given = sources.stream()
                .map(source -> mapping.tableOf(source.name(), reading.as()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var topics = new LinkedHashSet<Topic>();
        for (var table : given) {
            topics.addAll(table.topics());
            var written = before.topicsOf(table);
            Topics.all().stream()
                    .filter(topic -> written.contains(topic.name()))
                    .forEach(topics::add);
        }
        return new Replacement(mapping, given, topics);
    }

    /** Refuses it where other tables of the mapping, of which no file is given, write the same topics. */
    void check() {
        mapping.tables().stream()
                .filter(table -> !given.contains(table))
                .filter(table -> table.topics().stream().anyMatch(topics::contains))
                .findFirst()
                .ifPresent(Replacement::refuse);
    }

    /** Takes back what the files do not hold, but for what stood under the keys of refused lines; how much it was. */
    long takeBack(Leftovers leftovers, ImportLedger ledger, KeptKeys kept) {
        var position = ledger.position(Long.MAX_VALUE);
        var pace = new Pace();
        var counts = new Counts();
        for (var topic : topics) {
            leftovers.find(topic, position.epoch(), (key, type) -> {
                if (!kept.holds(topic, key)) {
                    var gone = new Output.Delete(topic, key, type, DeleteReason.RETRACTED);
                    ledger.target().write(gone, position, () -> Origin.of(key, null, ""));
                    counts.wrote(topic);
                    if (pace.isDue(counts)) {
                        ledger.target().commit();
                    }
                }
            });
            ledger.target().commit(); // The next topic may be read for longer than a transaction lives.
        }
        ledger.replaced(given);
        return counts.allRecords();
    }

    private static void refuse(CsvTable missing) {
        throw new ConfigException("--replace takes back what the files given do not hold, and " + missing.table()
                + " writes the same topics. Give all files at once. Nothing was written.");
    }
}
