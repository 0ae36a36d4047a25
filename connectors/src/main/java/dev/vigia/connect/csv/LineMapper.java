package dev.vigia.connect.csv;

import dev.vigia.connect.csv.text.Line;
import dev.vigia.connect.mapping.Refusal;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.record.RowByRules;
import dev.vigia.connect.row.RowChange;
import dev.vigia.connect.row.RowChange.Operation;
import dev.vigia.connect.write.Ready;
import dev.vigia.schemas.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the lines of a file come to. Any thread. */
final class LineMapper {

    private final CsvFile file;
    private final Run run;
    private final long number;

    /** @param number of the import of the file */
    LineMapper(CsvFile file, Run run, long number) {
        this.file = file;
        this.run = run;
        this.number = number;
    }

    /** What lines come to that follow one another. */
    MappedLines map(List<Line> lines) {
        return new Passage(lines.size()).map(lines);
    }

    /** Lines that stand together, so that each need only say what the one before did not. One thread. */
    private final class Passage {

        private final List<RememberingRule> rules = file.rules().stream()
                .map(rule -> new RememberingRule(rule, file.header().names()))
                .toList();
        private final Neighbours neighbours = new Neighbours();
        private final SaidKeys keys;

        Passage(int lines) {
            this.keys = new SaidKeys(lines * rules.size());
        }

        MappedLines map(List<Line> lines) {
            var mapped = new ArrayList<MappedLine>(lines.size());
            for (var line : lines) {
                mapped.add(map(line));
            }
            return new MappedLines(mapped, keys);
        }

        private MappedLine map(Line line) {
            var fields = file.fields(line);
            if (line.isBlank() || (fields != null && isBlank(fields))) {
                return MappedLine.blank(line);
            }
            var broken = broken(line, fields);
            return broken != null || fields == null
                    ? MappedLine.broken(line, fields, Objects.requireNonNull(broken))
                    : mapped(line, fields);
        }

        private MappedLine mapped(Line line, String[] fields) {
            var position = new Position(run.epoch(), number, line.number());
            var news = new ArrayList<Ready>(rules.size());
            boolean mapped = false;
            Refusal refusal = null;
            for (var output : outputs(fields)) {
                mapped |= output instanceof Output.Upsert;
                refusal = output instanceof Output.Refused refused ? and(refusal, refused.refusal()) : refusal;
                if (neighbours.isNews(output)) {
                    var ready = run.target().ready(output, position);
                    news.add(ready);
                    keys.add(ready, line.number());
                }
            }
            return new MappedLine(line, fields, news, refusal, mapped, false);
        }

        /**
         * What a row comes to, by every rule. A file says how things are, whatever they were: so a row that a rule
         * leaves out takes back what an earlier file said.
         */
        private List<Output> outputs(String[] fields) {
            var row = file.row(fields);
            var change = new RowChange(file.table().table(), Operation.UPDATE, null, row);
            var outputs = new ArrayList<Output>(rules.size());
            rules.forEach(rule -> rule.translate(fields, change, outputs::add));
            return RowByRules.together(outputs);
        }
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

    /** One refusal of all that were made of a line. */
    private static Refusal and(@Nullable Refusal first, Refusal next) {
        return first == null || first.detail().equals(next.detail())
                ? next
                : new Refusal(first.reason(), first.detail() + "; " + next.detail(), first.where());
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
