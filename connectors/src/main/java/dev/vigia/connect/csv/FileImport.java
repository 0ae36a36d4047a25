package dev.vigia.connect.csv;

import dev.vigia.connect.csv.text.Line;
import dev.vigia.connect.mapping.Refusal;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.write.Origin;
import dev.vigia.schemas.Position;
import dev.vigia.schemas.Topic;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The import of one file: every line becomes records, is left out, or is refused, and is counted as such. One thread. */
final class FileImport {

    private static final String HIDDEN = "***";

    private final CsvFile file;
    private final LineMapper mapper;
    private final Run run;
    private final long number;
    private final @Nullable RejectFile rejects;
    private final boolean[] hidden;
    private final Counts counts = new Counts();
    private final Map<Topic, Output.Upsert> newest = new HashMap<>();

    FileImport(CsvFile file, Run run, long number, @Nullable RejectFile rejects) {
        this.file = file;
        this.mapper = new LineMapper(file);
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
        var line = file.next();
        if (line != null) {
            take(line);
        }
        return line != null;
    }

    Counts counts() {
        return counts;
    }

    private void take(Line line) {
        var fields = file.fields(line);
        if (line.isBlank() || (fields != null && LineMapper.isBlank(fields))) {
            counts.blank();
            return;
        }
        var broken = mapper.broken(line, fields);
        if (broken != null || fields == null) {
            run.kept().lose();
            refuse(
                    line,
                    fields,
                    broken == null ? new Refusal("unreadable", "", file.raw().name()) : broken);
        } else {
            map(line, fields);
        }
    }

    private void map(Line line, String[] fields) {
        var outputs = mapper.outputs(fields);
        boolean anything = false;
        boolean tooLarge = false;
        for (var output : outputs) {
            anything |= output instanceof Output.Upsert;
            tooLarge |= !write(line, output);
        }
        var refusal = LineMapper.together(outputs);
        if (refusal != null) {
            refuse(line, fields, refusal);
        } else if (tooLarge) {
            reject(line, fields, new Refusal("too-large", "a record of it is larger than Kafka takes", ""));
        } else if (anything) {
            counts.mapped();
        } else {
            counts.excluded();
        }
    }

    /** False where a record was too large, which is a dead letter by now. */
    private boolean write(Line line, Output output) {
        if (output instanceof Output.Refused refused) {
            run.kept().keep(refused.topic(), refused.key());
            return true;
        }
        if (output instanceof Output.Upsert upsert) {
            return isSaidAgain(upsert) || sendNew(line, upsert);
        }
        var delete = (Output.Delete) output;
        newest.remove(delete.topic());
        run.repeated().see(delete.topic(), delete.key(), 0, line.number());
        return send(line, delete, delete.topic());
    }

    /** Neighbouring lines of one order say the same of it; it is written once. */
    private boolean isSaidAgain(Output.Upsert upsert) {
        var last = newest.put(upsert.topic(), upsert);
        return last != null && last.key().equals(upsert.key()) && last.value().equals(upsert.value());
    }

    private boolean sendNew(Line line, Output.Upsert upsert) {
        run.repeated().see(upsert.topic(), upsert.key(), upsert.value().hashCode(), line.number());
        return send(line, upsert, upsert.topic());
    }

    private boolean send(Line line, Output output, Topic topic) {
        var position = new Position(run.epoch(), number, line.number());
        boolean written = run.target().write(output, position, () -> origin(line, shown(line, file.fields(line))));
        if (written) {
            counts.wrote(topic);
        }
        return written;
    }

    private void refuse(Line line, String @Nullable [] fields, Refusal refusal) {
        run.target().refuse(refusal, origin(line, shown(line, fields)));
        reject(line, fields, refusal);
    }

    private void reject(Line line, String @Nullable [] fields, Refusal refusal) {
        counts.refused(refusal.reason());
        if (rejects != null) {
            rejects.add(line, fields, refusal);
        }
    }

    private Origin origin(Line line, String text) {
        return Origin.of(file.raw().name() + " line " + line.number(), line.number(), text);
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
