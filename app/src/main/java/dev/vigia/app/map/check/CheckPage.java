package dev.vigia.app.map.check;

import dev.vigia.connect.mapping.Made;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a check found, for people, in 100 columns. */
final class CheckPage {

    private static final int EXAMPLES = 5;
    private static final int WIDTH = 100;

    private final Checked checked;
    private final SideBySide sideBySide;
    private final List<String> lines = new ArrayList<>();

    CheckPage(Checked checked, Shown shown) {
        this.checked = checked;
        this.sideBySide = new SideBySide(shown);
    }

    List<String> lines() {
        lines.add(checked.mapping().file() + " on " + checked.database());
        lines.add("All tables as they were at one moment. Nothing was written.");
        checked.rules().forEach(this::add);
        checked.totals().ifPresent(totals -> lines.addAll(new TotalsPage(totals).lines()));
        addObstacles();
        return lines;
    }

    private void add(RuleReport report) {
        var rule = report.rule();
        lines.add("");
        lines.add(rule.name() + " from " + rule.from());
        lines.add(String.format(
                Locale.ROOT,
                "  read %,d   mapped %,d   excluded %,d   refused %,d",
                report.read(),
                report.mapped(),
                report.excluded(),
                report.refused()));
        report.refusals().forEach((reason, tally) -> addTally("refused, " + reason, tally));
        addTally("key not unique, records that would overwrite another", report.repeated());
        report.missed().forEach((lookup, tally) -> addTally("lookup " + lookup + " found nothing", tally));
        report.examples().forEach(this::add);
    }

    private void addTally(String what, Tally tally) {
        if (tally.total() == 0) {
            return;
        }
        lines.add(String.format(Locale.ROOT, "  %s: %,d", what, tally.total()));
        for (Map.Entry<String, Long> words : tally.most(EXAMPLES)) {
            addWrapped(String.format(Locale.ROOT, "    %,d x ", words.getValue()), words.getKey());
        }
        if (tally.different() > EXAMPLES) {
            lines.add("    and " + (tally.different() - EXAMPLES) + " more different ones");
        }
    }

    private void addWrapped(String start, String words) {
        var line = new StringBuilder(start);
        for (var word : words.replaceAll("\\p{Cntrl}", "?").split(" ", -1)) {
            if (line.length() + word.length() > WIDTH && !line.toString().isBlank()) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(" ".repeat(8));
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().stripTrailing());
    }

    private void add(RuleReport.Example example) {
        if (example.made() instanceof Made.Mapped mapped) {
            lines.add("  - " + mapped.key());
            lines.addAll(sideBySide.lines(example.row(), mapped.value()));
        }
    }

    private void addObstacles() {
        if (checked.obstacles().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("Capture would refuse to start:");
        checked.obstacles().forEach(obstacle -> {
            addWrapped("  - ", obstacle.what());
            lines.add("    " + obstacle.mend());
        });
    }
}
