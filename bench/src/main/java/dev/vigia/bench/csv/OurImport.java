package dev.vigia.bench.csv;

import dev.vigia.app.local.StackAddresses;
import dev.vigia.connect.csv.Allowance;
import dev.vigia.connect.csv.CsvImport;
import dev.vigia.connect.csv.CsvMapping;
import dev.vigia.connect.csv.CsvSource;
import dev.vigia.connect.csv.ImportListener;
import dev.vigia.connect.csv.ImportMemory;
import dev.vigia.connect.csv.ImportOptions;
import dev.vigia.connect.csv.ImportSide;
import dev.vigia.connect.csv.KafkaTarget;
import dev.vigia.connect.csv.Reading;
import dev.vigia.connect.mapping.MappingFiles;
import dev.vigia.connect.mapping.Salt;
import dev.vigia.connect.write.CanonicalWriter;
import dev.vigia.connect.write.Retraction;
import dev.vigia.connect.write.WriterConfig;
import dev.vigia.connect.write.WriterMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The import as {@code vigia import} does it: mapped, checked, in transactions, with positions. */
record OurImport(StackAddresses stack) implements Contestant {

    @Override
    public String name() {
        return "import";
    }

    @Override
    public void carry(SalesReport report) throws IOException, InterruptedException {
        var mapping = CsvMapping.of(MappingFiles.read("sales-csv"), Salt.none());
        var config = new WriterConfig(
                mapping.source(),
                "",
                Map.of("bootstrap.servers", stack.kafka()),
                Map.of("schema.registry.url", stack.registry()),
                Clock.systemUTC());
        var options = new ImportOptions(Reading.FOUND_OUT, false, true, null, Allowance.ANY, true);
        try (var writer =
                CanonicalWriter.open(config, new WriterMetrics(new SimpleMeterRegistry(), mapping.source()))) {
            var side = new ImportSide(
                    new KafkaTarget(writer, config), ImportMemory.read(config), new Retraction(config)::find);
            var source = CsvSource.of(report.file().toString(), InputStream.nullInputStream());
            var counts = new CsvImport(mapping, options, side, new Silent(), Clock.systemUTC())
                    .run(List.of(source))
                    .counts();
            Contestant.check(counts.mappedLines(), report.lines());
            Contestant.check(sum(counts.records()), report.records());
        }
    }

    private static long sum(Map<String, Long> records) {
        return records.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Says nothing. */
    private static final class Silent implements ImportListener {

        @Override
        public void say(String sentence) {}

        @Override
        public void progress(Progress progress) {}
    }
}
