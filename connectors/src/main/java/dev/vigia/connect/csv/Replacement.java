package dev.vigia.connect.csv;

import dev.vigia.schemas.Topic;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;

/** Whether files may replace everything that was imported before into their topics. */
record Replacement(CsvMapping mapping, Reading reading) {

    /** Refuses it where other tables of the mapping, of which no file is given, write the same topics. */
    void check(List<CsvSource> sources) {
        var given = sources.stream()
                .map(source -> mapping.tableOf(source.name(), reading.as()))
                .collect(Collectors.toSet());
        Set<Topic> topics =
                given.stream().flatMap(table -> table.topics().stream()).collect(Collectors.toSet());
        mapping.tables().stream()
                .filter(table -> !given.contains(table))
                .filter(table -> table.topics().stream().anyMatch(topics::contains))
                .findFirst()
                .ifPresent(Replacement::refuse);
    }

    private static void refuse(CsvTable missing) {
        throw new ConfigException("--replace takes back what the files given do not hold, and " + missing.table()
                + " writes the same topics. Give all files at once. Nothing was written.");
    }
}
