package dev.vigia.app.models;

import dev.vigia.models.manifest.ModelManifest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a model promises, for people. */
final class ModelPage {

    private static final int WIDTH = 100;

    private final ModelManifest manifest;
    private final Path folder;
    private final List<String> lines = new ArrayList<>();

    ModelPage(ModelManifest manifest, Path folder) {
        this.manifest = manifest;
        this.folder = folder;
    }

    List<String> lines() {
        lines.add(manifest.identity() + " in " + folder);
        addWrapped("", manifest.origin().appliesTo());
        lines.add("");
        addTerms();
        addGraph();
        manifest.origin().trainedOn().forEach(set -> add("trained on", figures(set, "name")));
        manifest.origin().accuracy().forEach(set -> add("measured on", figures(set, "set")));
        return lines;
    }

    private void addTerms() {
        var terms = manifest.terms();
        add(
                "sees",
                terms.context() + " weeks of " + String.join(" and ", terms.channels()) + ", at least "
                        + terms.minimumWeeks() + " of them observed");
        var levels = terms.quantiles().stream().map(String::valueOf).collect(Collectors.joining(", "));
        add("forecasts", terms.horizon() + " weeks, each with its mean and the quantiles " + levels);
        var regions = terms.regions();
        add(
                "regions",
                regions.isEmpty()
                        ? "none by name; every series counts as one of an unknown region"
                        : regions.size() + ": " + String.join(", ", regions));
    }

    private void addGraph() {
        var graph = manifest.graph();
        add(
                "graph",
                String.format(
                        Locale.ROOT,
                        "%s, %,d parameters, %s, opset %d",
                        graph.file(),
                        manifest.origin().parameters(),
                        graph.precision(),
                        graph.opset()));
        add("sha256", graph.sha256());
    }

    private void add(String what, String words) {
        addWrapped(String.format(Locale.ROOT, "%-12s ", what), words);
    }

    private void addWrapped(String start, String words) {
        var line = new StringBuilder(start);
        for (var word : words.split(" ", -1)) {
            if (line.length() + word.length() > WIDTH && !line.toString().isBlank()) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(" ".repeat(start.length()));
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().stripTrailing());
    }

    /** The name of a set, and what else is said of it. */
    private static String figures(Map<String, String> set, String name) {
        var rest = new LinkedHashMap<>(set);
        var title = rest.remove(name);
        var figures = rest.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
        return (title == null ? "" : title) + ": " + String.join(", ", figures);
    }
}
