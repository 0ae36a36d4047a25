package dev.vigia.connect.csv;

import dev.vigia.connect.csv.text.Line;
import dev.vigia.connect.mapping.Refusal;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.record.RowByRules;
import dev.vigia.connect.row.RowChange;
import dev.vigia.connect.row.RowChange.Operation;
import dev.vigia.connect.write.Ready;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the lines of a file come to. One thread. */
final class LineMapper {

    private final CsvFile file;
    private final RepeatedKeys repeated;
    private final ImportTarget target;
    private final List<RememberingRule> rules;
    private final Map<String, Output.Upsert> newest = new HashMap<>();

    LineMapper(CsvFile file, Run run) {
        this.file = file;
        this.repeated = run.repeated();
        this.target = run.target();
        var header = file.header().names();
        this.rules = file.rules().stream()
                .map(rule -> new RememberingRule(rule, header))
                .toList();
    }

    /** What the next line comes to; null at the end. */
    @Nullable
    MappedLine next() throws IOException {
        var line = file.next();
        if (line == null) {
            return null;
        }
        var fields = file.fields(line);
        if (line.isBlank() || (fields != null && isBlank(fields))) {
            return new MappedLine(line, fields, null, List.of(), false, true);
        }
        var broken = broken(line, fields);
        return broken != null || fields == null
                ? new MappedLine(line, fields, broken, List.of(), false, false)
                : mapped(line, fields);
    }

    private MappedLine mapped(Line line, String[] fields) {
        boolean mapped = false;
        var news = new ArrayList<Ready>(rules.size());
        for (var output : outputs(fields)) {
            mapped |= output instanceof Output.Upsert;
            if (isNews(output, line.number())) {
                news.add(target.ready(output));
            }
        }
        return new MappedLine(line, fields, null, news, mapped, false);
    }

    /** Neighbouring lines of one order say the same of it; once is enough. */
    private boolean isNews(Output output, long line) {
        if (output instanceof Output.Upsert upsert) {
            var last = newest.put(upsert.topic().name(), upsert);
            if (last != null && last.key().equals(upsert.key()) && last.value().equals(upsert.value())) {
                return false;
            }
            repeated.see(upsert.topic(), upsert.key(), upsert.value().hashCode(), line);
        } else if (output instanceof Output.Delete delete) {
            newest.remove(delete.topic().name());
            repeated.see(delete.topic(), delete.key(), 0, line);
        }
        return true;
    }

    /** Why the fields of a line are no row; null where they are one. */
    private @Nullable Refusal broken(Line line, String @Nullable [] fields) {
        if (line.problem() != null) {
            return refusal(line, line.problem().reason(), line.problem().words());
        }
        if (fields == null) {
            return refusal(line, "unreadable", "has quotes that make no sense, or far too many fields");
        }
        int wanted = file.header().names().size();
        return fields.length < wanted || holdsAnything(fields, wanted)
                ? refusal(line, "unreadable", "has " + fields.length + " fields, and the header has " + wanted)
                : null;
    }

    /**
     * What a row comes to, by every rule. A file says how things are, whatever they were: so a row that a rule leaves
     * out takes back what an earlier file said.
     */
    private List<Output> outputs(String[] fields) {
        var row = file.row(fields);
        var change = new RowChange(file.table().table(), Operation.UPDATE, null, row);
        var outputs = new ArrayList<Output>(rules.size());
        rules.forEach(rule -> rule.translate(fields, change, outputs::add));
        return RowByRules.together(outputs);
    }

    /** One refusal of all that were made of a line; null where none was. */
    static @Nullable Refusal together(List<Ready> outputs) {
        Refusal first = null;
        for (var ready : outputs) {
            if (ready.output() instanceof Output.Refused refused) {
                first = first == null ? refused.refusal() : and(first, refused.refusal());
            }
        }
        return first;
    }

    private static Refusal and(Refusal first, Refusal second) {
        return first.detail().equals(second.detail())
                ? first
                : new Refusal(first.reason(), first.detail() + "; " + second.detail(), first.where());
    }

    private static boolean isBlank(String[] fields) {
        return !holdsAnything(fields, 0);
    }

    private static boolean holdsAnything(String[] fields, int from) {
        for (int i = from; i < fields.length; i++) {
            if (!fields[i].isBlank()) {
                return true;
            }
        }
        return false;
    }

    private Refusal refusal(Line line, String reason, String words) {
        return new Refusal(
                reason, "line " + line.number() + " " + words, file.raw().name());
    }
}
