package dev.vigia.connect.csv;

import dev.vigia.connect.csv.text.Line;
import dev.vigia.connect.mapping.Refusal;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.write.Origin;
import dev.vigia.connect.write.Ready;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The import of one file: every line becomes records, is left out, or is refused, and is counted as such. */
final class FileImport {

    /** Lines that are read, mapped and written in one go. */
    private static final int LINES = 500;

    private static final int CHARACTERS = 256 << 10;

    private final CsvFile file;
    private final LineMapper mapper;
    private final Run run;
    private final @Nullable RejectFile rejects;
    private final ShownColumns shown;
    private final Neighbours neighbours = new Neighbours();
    private final Counts counts = new Counts();
    private long last;
    private long untold;

    FileImport(CsvFile file, Run run, long number, @Nullable RejectFile rejects) {
        this.file = file;
        this.mapper = new LineMapper(file, run, number);
        this.run = run;
        this.rejects = rejects;
        this.shown = new ShownColumns(file);
    }

    /**
     * Imports all lines.
     *
     * @param between asked between lines, and once a second while none come: false if no more are wanted
     */
    void run(BooleanSupplier between) throws IOException {
        new Relay<>(new Steps(between)).run("import-" + file.raw().name());
    }

    /** The number of the last line that was imported; 0 before the first. */
    long last() {
        return last;
    }

    /** Records that may be of an earlier file and were not taken back, because nobody knows any more. */
    long untold() {
        return untold;
    }

    Counts counts() {
        return counts;
    }

    /** Lines are cut one after another, mapped side by side, and written one after another. */
    private final class Steps implements Relay.Steps<List<Line>, MappedLines> {

        private final BooleanSupplier between;

        Steps(BooleanSupplier between) {
            this.between = between;
        }

        @Override
        public @Nullable List<Line> take() throws IOException {
            var lines = new ArrayList<Line>(LINES);
            for (int characters = 0; lines.size() < LINES && characters < CHARACTERS; ) {
                var line = file.next();
                if (line == null) {
                    break;
                }
                characters += line.text().length();
                lines.add(line);
            }
            return lines.isEmpty() ? null : lines;
        }

        @Override
        public MappedLines work(List<Line> lines) {
            return mapper.map(lines);
        }

        @Override
        public boolean finish(MappedLines mapped) {
            run.repeated().see(mapped.keys());
            mapped.lines().forEach(FileImport.this::take);
            return between.getAsBoolean();
        }

        @Override
        public boolean idle() {
            return between.getAsBoolean();
        }
    }

    private void take(MappedLine mapped) {
        last = mapped.line().number();
        if (mapped.blank()) {
            counts.blank();
            return;
        }
        if (mapped.isBroken()) {
            run.kept().lose();
        }
        boolean tooLarge = false;
        for (var ready : mapped.outputs()) {
            if (!isOverruled(ready.output()) && neighbours.isNews(ready.output())) {
                tooLarge |= !write(mapped, ready);
            }
        }
        count(mapped, tooLarge);
    }

    private void count(MappedLine mapped, boolean tooLarge) {
        if (mapped.refusal() != null) {
            refuse(mapped, mapped.refusal());
        } else if (tooLarge) {
            reject(mapped, new Refusal("too-large", "a record of it is larger than Kafka takes", ""));
        } else if (mapped.mapped()) {
            counts.mapped();
        } else {
            counts.excluded();
        }
    }

    /** False where a record was too large, which is a dead letter by now. */
    private boolean write(MappedLine line, Ready ready) {
        if (ready.output() instanceof Output.Refused refused) {
            run.kept().keep(refused.topic(), refused.key());
            return true;
        }
        return send(line, ready);
    }

    /** A line that is left out takes back what an earlier file said, not what another line of this one says. */
    private boolean isOverruled(Output output) {
        if (!(output instanceof Output.Delete)) {
            return false;
        }
        if (run.repeated().isFull() && !run.repeated().holds(output)) {
            untold++;
            return true;
        }
        return run.repeated().holds(output);
    }

    private boolean send(MappedLine line, Ready ready) {
        boolean written = run.target().write(ready, () -> origin(line));
        if (written) {
            counts.wrote(ready.output().topic());
        }
        return written;
    }

    private void refuse(MappedLine line, Refusal refusal) {
        run.target().refuse(refusal, origin(line));
        reject(line, refusal);
    }

    private void reject(MappedLine line, Refusal refusal) {
        counts.refused(refusal.reason());
        if (rejects != null) {
            rejects.add(line.line(), line.fields(), refusal);
        }
    }

    private Origin origin(MappedLine line) {
        long number = line.line().number();
        return Origin.of(file.raw().name() + " line " + number, number, shown.of(line.fields()));
    }
}
