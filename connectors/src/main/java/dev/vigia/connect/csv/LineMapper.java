package dev.vigia.connect.csv;

import dev.vigia.connect.csv.text.Line;
import dev.vigia.connect.mapping.Refusal;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.record.RowByRow;
import dev.vigia.connect.row.RowChange;
import dev.vigia.connect.row.RowChange.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the lines of a file come to. One thread. */
final class LineMapper {

    private final CsvFile file;
    private final List<RowByRow> rules;

    LineMapper(CsvFile file) {
        this.file = file;
        this.rules = file.rules().stream().map(RowByRow::new).toList();
    }

    /** Why the fields of a line are no row; null where they are one. */
    @Nullable
    Refusal broken(Line line, String @Nullable [] fields) {
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
    List<Output> outputs(String[] fields) {
        var row = file.row(fields);
        var change = new RowChange(file.table().table(), Operation.UPDATE, null, row);
        var outputs = new ArrayList<Output>(rules.size());
        rules.forEach(rule -> rule.translate(change, outputs::add));
        return outputs;
    }

    /** One refusal of all that were made of a line; null where none was. */
    static @Nullable Refusal together(List<Output> outputs) {
        var refusals = outputs.stream()
                .filter(Output.Refused.class::isInstance)
                .map(output -> ((Output.Refused) output).refusal())
                .toList();
        if (refusals.size() < 2) {
            return refusals.isEmpty() ? null : refusals.get(0);
        }
        var details = refusals.stream().map(Refusal::detail).distinct().collect(Collectors.joining("; "));
        return new Refusal(refusals.get(0).reason(), details, refusals.get(0).where());
    }

    static boolean isBlank(String[] fields) {
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
