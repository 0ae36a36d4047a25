package dev.vigia.bench.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vigia.app.selftest.MalformedCsv;
import dev.vigia.connect.csv.Allowance;
import dev.vigia.connect.csv.CsvImport;
import dev.vigia.connect.csv.CsvMapping;
import dev.vigia.connect.csv.CsvSource;
import dev.vigia.connect.csv.ImportListener;
import dev.vigia.connect.csv.ImportMemory;
import dev.vigia.connect.csv.ImportOptions;
import dev.vigia.connect.csv.ImportSide;
import dev.vigia.connect.csv.ImportTarget;
import dev.vigia.connect.csv.Reading;
import dev.vigia.connect.mapping.Mapping;
import dev.vigia.connect.mapping.Refusal;
import dev.vigia.connect.mapping.Salt;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.write.Mark;
import dev.vigia.connect.write.Origin;
import dev.vigia.schema.CaptureProgress;
import dev.vigia.schemas.Position;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A CSV file: quotes, separators and line breaks where none belong, and values that are none. */
final class CsvNoise implements WayIn {

    /** Good lines at the beginning, by which encoding and separator are told. */
    private static final int GOOD = 200;

    @Override
    public Count feed(int lines, Noise noise) throws IOException {
        var folder = Files.createTempDirectory("vigia-fuzz");
        var file = folder.resolve("stock.csv");
        try {
            write(file, lines, noise);
            return read(file);
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
    }

    private static void write(Path file, int lines, Noise noise) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write((MalformedCsv.HEADER + "\n").getBytes(UTF_8));
            for (int i = 0; i < lines; i++) {
                out.write(i < GOOD ? good(i).getBytes(UTF_8) : noise.spoiled(line(i, noise)));
                out.write('\n');
            }
        }
    }

    private static String good(int i) {
        return "P-" + i + ",SP," + i + ",2026-03-02T08:00:00Z,free";
    }

    private static String line(int i, Noise noise) {
        var fields = new ArrayList<>(List.of(good(i).split(",")));
        if (noise.onceIn(3)) {
            fields.set(noise.below(fields.size()), noise.nasty());
        }
        if (noise.onceIn(30)) {
            fields.add(noise.nasty());
        }
        return String.join(noise.onceIn(40) ? noise.nasty() : ",", fields);
    }

    private static Count read(Path file) throws IOException {
        var mapping = CsvMapping.of(Mapping.parse("stock.yaml", MalformedCsv.MAPPING), Salt.none());
        var counted = new Counted();
        var side = new ImportSide(counted, ImportMemory.none(mapping.source()), (topic, epoch, found) -> {});
        var options = new ImportOptions(Reading.FOUND_OUT, false, false, null, Allowance.ANY, false);
        var summary = new CsvImport(mapping, options, side, new Silent(), Clock.systemUTC())
                .run(List.of(CsvSource.of(file.toString(), InputStream.nullInputStream())));
        var counts = summary.counts();
        if (summary.failure() != null || counts.refusedLines() != counted.refused) {
            throw new AssertionError(summary + ", and " + counted.refused + " dead letters");
        }
        return new Count(
                "csv",
                counts.lines(),
                counts.lines(),
                counts.mappedLines(),
                counts.refusedLines(),
                counts.excludedLines());
    }

    /** Counts, and writes every record as Kafka would get it. */
    private static final class Counted implements ImportTarget {

        private final Encoded encoded = new Encoded();
        private long refused;

        @Override
        public boolean write(Output output, Position position, Supplier<Origin> origin) {
            if (output instanceof Output.Upsert upsert) {
                encoded.write(upsert.value());
            }
            return true;
        }

        @Override
        public void refuse(Refusal refusal, Origin origin) {
            encoded.check(refusal, origin);
            refused++;
        }

        @Override
        public void mark(Mark mark) {}

        @Override
        public void progress(CaptureProgress progress) {}

        @Override
        public void keep(String key, byte[] value) {}

        @Override
        public void commit() {}
    }

    /** Hears nothing. */
    private static final class Silent implements ImportListener {

        @Override
        public void say(String sentence) {}

        @Override
        public void progress(Progress progress) {}
    }
}
