package dev.vigia.models.manifest;

import dev.vigia.models.Problems;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Where everything stands in a manifest, and what is wrong with it. */
final class ManifestNotes {

    private final Problems problems;
    private final Map<String, Integer> lines = new HashMap<>();

    ManifestNotes(Problems problems) {
        this.problems = problems;
    }

    Map<String, Integer> lines() {
        return lines;
    }

    void stands(String name, Node node) {
        lines.putIfAbsent(name, line(node));
    }

    /** Notes it and gives back what shall stand in its place. */
    <T> T wrong(String name, Node node, String what, T instead) {
        problems.add(ManifestFile.NAME, line(node), name + ": " + what, "Mend this line");
        return instead;
    }

    void missing(String name, Node block) {
        problems.add(
                ManifestFile.NAME,
                line(block),
                name + " is missing, and without it nobody knows what the model promises",
                "Add it; docs/models.md shows a whole manifest");
    }

    void unknown(String name, Node node, Set<String> known) {
        var nearest = known.stream()
                .min(Comparator.comparingInt((String other) -> distance(name, other))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
        problems.add(
                ManifestFile.NAME,
                line(node),
                name + " is a name that manifests do not have",
                "Write " + nearest + " if that was meant, or leave it out");
    }

    static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    /** How many letters must be put in, left out or changed to make one word the other. */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[other.length()];
    }
}
