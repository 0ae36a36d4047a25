package dev.vigia.app.csv;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vigia.connect.csv.ImportSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an import came to, for people and programs.
 *
 * @param dryRun whether nothing was written
 */
public record ImportReport(ImportSummary summary, Duration took, boolean dryRun) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** For people, a line for each thing. */
    public List<String> lines() {
        var counts = summary.counts();
        var lines = new ArrayList<String>();
        lines.add(row("lines", counts.lines(), seconds() + " s, " + rate() + " lines/s"));
        lines.add(row("  mapped", counts.mappedLines(), listed(counts.records())));
        lines.add(row("  excluded", counts.excludedLines(), "left out by the mapping's conditions"));
        lines.add(row("  refused", counts.refusedLines(), listed(counts.reasons())));
        lines.add(row("blank", counts.blankLines(), "not counted above"));
        lines.add(row("repeated", summary.repeated().count(), repeated()));
        if (summary.retracted() > 0) {
            lines.add(row("retracted", summary.retracted(), "records that the files do not hold"));
        }
        summary.rejects().forEach(file -> lines.add("refused lines are in " + file));
        lines.add(complete());
        lines.add("peak heap " + PeakMemory.mebibytes() + " MiB");
        if (dryRun) {
            lines.add("dry run: nothing was written");
        }
        return lines;
    }

    /** For programs. */
    public String json() {
        var counts = summary.counts();
        var json = JSON.createObjectNode();
        json.put("lines", counts.lines());
        json.put("mapped", counts.mappedLines());
        json.put("excluded", counts.excludedLines());
        json.put("refused", counts.refusedLines());
        json.put("blank", counts.blankLines());
        json.set("records", JSON.valueToTree(counts.records()));
        json.set("reasons", JSON.valueToTree(counts.reasons()));
        json.put("repeatedKeys", summary.repeated().count());
        json.put("repeatedKeysCountedToTheEnd", !summary.repeated().wasFull());
        json.set("skipped", JSON.valueToTree(summary.skipped()));
        json.set(
                "rejects",
                JSON.valueToTree(
                        summary.rejects().stream().map(Object::toString).toList()));
        json.put("retracted", summary.retracted());
        json.put(
                "completeBefore",
                summary.completeBefore() == null
                        ? null
                        : summary.completeBefore().toString());
        json.put("marked", summary.marked());
        json.put("failure", summary.failure());
        json.put("dryRun", dryRun);
        json.put("seconds", took.toMillis() / 1000.0);
        json.put("peakHeapMiB", PeakMemory.mebibytes());
        return json.toPrettyString();
    }

    private String complete() {
        if (summary.completeBefore() == null) {
            return "no marker written: weeks close when an import says --final DATE";
        }
        return "complete before " + summary.completeBefore()
                + (summary.marked()
                        ? ", told to every partition of the sales topics"
                        : ", as an earlier import said; no marker written");
    }

    private String repeated() {
        var lines = summary.repeated().lines().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return "keys said again otherwise; the later line holds" + (lines.isEmpty() ? "" : " (lines " + lines + " …)")
                + (summary.repeated().wasFull() ? "; of so many keys only the first were looked at" : "");
    }

    private static String listed(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%s %,d", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String seconds() {
        return String.format(Locale.ROOT, "%.1f", took.toMillis() / 1000.0);
    }

    private String rate() {
        return String.format(
                Locale.ROOT, "%,.0f", summary.counts().lines() / Math.max(took.toMillis() / 1000.0, 0.001));
    }

    private static String row(String what, long count, String words) {
        return String.format(Locale.ROOT, "%-10s %,12d  %s", what, count, words).stripTrailing();
    }
}
