package dev.vigia.app.selftest;

import dev.vigia.connect.csv.CsvImport;
import dev.vigia.connect.csv.CsvMapping;
import dev.vigia.connect.csv.CsvSource;
import dev.vigia.connect.csv.ImportListener;
import dev.vigia.connect.csv.ImportMemory;
import dev.vigia.connect.csv.ImportOptions;
import dev.vigia.connect.csv.ImportSide;
import dev.vigia.connect.csv.ImportSummary;
import dev.vigia.connect.csv.KafkaTarget;
import dev.vigia.connect.csv.Reading;
import dev.vigia.connect.mapping.Mapping;
import dev.vigia.connect.mapping.Salt;
import dev.vigia.connect.write.CanonicalWriter;
import dev.vigia.connect.write.Retraction;
import dev.vigia.connect.write.WriterMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Imports a file into the trial's Kafka, as {@code vigia import} does it. */
final class TrialImport {

    private TrialImport() {}

    /** @param again whether a file that is known is read all the same */
    static ImportSummary run(Trial trial, Mapping mapping, Path file, boolean again)
            throws IOException, InterruptedException {
        var csv = CsvMapping.of(mapping, Salt.none());
        var config = trial.writer(mapping.source());
        var metrics = new WriterMetrics(new SimpleMeterRegistry(), mapping.source());
        var usual = ImportOptions.PLAIN;
        var options =
                new ImportOptions(Reading.FOUND_OUT, false, again, usual.completeBefore(), usual.allowance(), false);
        try (var writer = CanonicalWriter.open(config, metrics)) {
            var target = new KafkaTarget(writer, config);
            var side = new ImportSide(target, ImportMemory.read(config), new Retraction(config)::find);
            var source = CsvSource.of(file.toString(), InputStream.nullInputStream());
            return new CsvImport(csv, options, side, ImportListener.NOBODY, Clock.systemUTC()).run(List.of(source));
        }
    }
}
