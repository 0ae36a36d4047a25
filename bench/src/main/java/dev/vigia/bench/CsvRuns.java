package dev.vigia.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
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
import dev.vigia.connect.write.WriterConfig;
import dev.vigia.connect.write.Retraction;
import dev.vigia.connect.write.WriterMetrics;
import dev.vigia.schemas.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The two runs that are compared; each tells how many seconds it took until everything was committed. */
final class CsvRuns {

    private CsvRuns() {}

    /** The import as {@code vigia import} does it. */
    static double imported(StackAddresses stack, SalesReport report) throws IOException, InterruptedException {
        var mapping = CsvMapping.of(MappingFiles.read("sales-csv"), Salt.none());
        var config = new WriterConfig(mapping.source(), "", kafka(stack), registry(stack), Clock.systemUTC());
        var options = new ImportOptions(Reading.FOUND_OUT, false, true, null, Allowance.ANY, true);
        try (var writer =
                CanonicalWriter.open(config, new WriterMetrics(new SimpleMeterRegistry(), mapping.source()))) {
            var target = new KafkaTarget(writer, config);
            var side = new ImportSide(target, ImportMemory.read(config), new Retraction(config)::find);
            var source = CsvSource.of(report.file().toString(), InputStream.nullInputStream());
            long begun = System.nanoTime();
            var summary = new CsvImport(mapping, options, side, new Silent(), Clock.systemUTC()).run(List.of(source));
            double seconds = seconds(begun);
            check(summary.counts().mappedLines(), report.lines());
            check(
                    summary.counts().records().values().stream()
                            .mapToLong(Long::longValue)
                            .sum(),
                    report.records());
            return seconds;
        }
    }

    /** As many records, each the text of a line, by a producer with the same settings and without transactions. */
    static double bare(StackAddresses stack, SalesReport report) throws IOException {
        var bytes = new ByteArraySerializer();
        long begun = System.nanoTime();
        long sent = 0;
        try (var producer = new KafkaProducer<>(settings(stack), bytes, bytes);
                var csv = CsvReader.builder().fieldSeparator(';').ofCsvRecord(report.file())) {
            var order = "";
            for (var line : csv) {
                var value = String.join(";", line.getFields()).getBytes(UTF_8);
                var key = line.getField(0);
                if (line.getStartingLineNumber() > 1 && !key.equals(order)) {
                    producer.send(new ProducerRecord<>(Topics.SALES_ORDERS.name(), key.getBytes(UTF_8), value));
                    order = key;
                    sent++;
                }
                if (line.getStartingLineNumber() > 1) {
                    var lineKey = key + "|" + line.getField(1);
                    producer.send(new ProducerRecord<>(Topics.SALES_LINES.name(), lineKey.getBytes(UTF_8), value));
                    sent++;
                }
            }
        }
        check(sent, report.records());
        return seconds(begun);
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void check(long came, long wanted) {
        if (came != wanted) {
            throw new IllegalStateException("there should be " + wanted + " and there are " + came);
        }
    }

    private static Map<String, Object> kafka(StackAddresses stack) {
        return Map.of("bootstrap.servers", stack.kafka());
    }

    private static Map<String, Object> settings(StackAddresses stack) {
        return Map.of(
                "bootstrap.servers", stack.kafka(), "linger.ms", 5, "batch.size", 128 << 10, "compression.type", "lz4");
    }

    private static Map<String, Object> registry(StackAddresses stack) {
        return Map.of("schema.registry.url", stack.registry());
    }

    /** Says nothing. */
    private static final class Silent implements ImportListener {

        @Override
        public void say(String sentence) {}

        @Override
        public void progress(Progress progress) {}
    }
}
