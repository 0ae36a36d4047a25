package dev.vigia.app.map.check;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts words; of words beyond the first thousand different ones it counts only how many there were. */
final class Tally {

    private static final int DIFFERENT = 1_000;

    private final Map<String, Long> counts = new LinkedHashMap<>();
    private long total;

    void add(String words) {
        total++;
        if (counts.size() < DIFFERENT || counts.containsKey(words)) {
            counts.merge(words, 1L, Long::sum);
        }
    }

    long total() {
        return total;
    }

    /** How many different words there were, as far as they were counted. */
    int different() {
        return counts.size();
    }

    /** The most frequent words. */
    List<Map.Entry<String, Long>> most(int many) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(many)
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .toList();
    }
}
