package dev.vigia.connect.csv;

import dev.vigia.connect.csv.text.Line;
import dev.vigia.connect.mapping.Refusal;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.write.Origin;
import dev.vigia.connect.write.Ready;
import dev.vigia.schemas.Position;
import dev.vigia.schemas.Topic;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The import of one file: every line becomes records, is left out, or is refused, and is counted as such. One thread. */
final class FileImport implements AutoCloseable {

    private static final String HIDDEN = "***";

    private final CsvFile file;
    private final ReadAhead reading;
    private final Run run;
    private final long number;
    private final @Nullable RejectFile rejects;
    private final boolean[] hidden;
    private final Counts counts = new Counts();
    private long last;

    FileImport(CsvFile file, Run run, long number, @Nullable RejectFile rejects) {
        this.file = file;
        this.reading = ReadAhead.start(new LineMapper(file, run), file.raw().name());
        this.run = run;
        this.number = number;
        this.rejects = rejects;
        var names = file.header().names();
        this.hidden = new boolean[names.size()];
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = file.table().hashed().contains(names.get(i));
        }
    }

    /** Imports the next line; false at the end. */
    boolean next() throws IOException {
        var line = reading.next();
        if (line != null) {
            take(line);
            last = line.line().number();
        }
        return line != null;
    }

    /** The number of the last line that was imported; 0 before the first. */
    long last() {
        return last;
    }

    @Override
    public void close() {
        reading.close();
    }

    Counts counts() {
        return counts;
    }

    private void take(MappedLine mapped) {
        if (mapped.blank()) {
            counts.blank();
        } else if (mapped.broken() != null) {
            run.kept().lose();
            refuse(mapped, mapped.broken());
        } else {
            write(mapped);
        }
    }

    private void write(MappedLine mapped) {
        boolean tooLarge = false;
        for (var ready : mapped.outputs()) {
            tooLarge |= !write(mapped, ready);
        }
        var refusal = LineMapper.together(mapped.outputs());
        if (refusal != null) {
            refuse(mapped, refusal);
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
        var output = ready.output();
        if (output instanceof Output.Refused refused) {
            run.kept().keep(refused.topic(), refused.key());
            return true;
        }
        return output instanceof Output.Upsert upsert
                ? send(line, ready, upsert.topic())
                : send(line, ready, ((Output.Delete) output).topic());
    }

    private boolean send(MappedLine line, Ready ready, Topic topic) {
        var position = new Position(run.epoch(), number, line.line().number());
        boolean written = run.target().write(ready, position, () -> origin(line));
        if (written) {
            counts.wrote(topic);
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
        return Origin.of(file.raw().name() + " line " + number, number, shown(line.line(), line.fields()));
    }

    /** What of a line may be seen: nothing that the mapping hashes. */
    private String shown(Line line, String @Nullable [] fields) {
        if (file.table().hashed().isEmpty()) {
            return line.text();
        }
        return fields == null ? HIDDEN : String.join(String.valueOf(file.separator()), hide(fields));
    }

    private List<String> hide(String[] fields) {
        var shown = fields.clone();
        for (int i = 0; i < shown.length; i++) {
            // Of a line with too many or few fields nobody knows which is which.
            shown[i] = fields.length != hidden.length || hidden[i] ? HIDDEN : shown[i];
        }
        return Arrays.asList(shown);
    }
}
