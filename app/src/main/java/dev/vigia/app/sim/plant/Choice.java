package dev.vigia.app.sim.plant;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One of several named things, and a helpful refusal when a name is none of theirs. */
final class Choice<T> {

    private final String what;
    private final Map<String, T> byName = new LinkedHashMap<>();

    Choice(String what, Collection<T> things, Function<T, String> name) {
        this.what = what;
        things.forEach(thing -> byName.put(name.apply(thing), thing));
    }

    List<String> names() {
        return List.copyOf(byName.keySet());
    }

    T named(String name) {
        var thing = byName.get(name);
        if (thing == null) {
            throw new IllegalArgumentException("there is no %s \"%s\"; did you mean \"%s\"? Choose one of: %s."
                    .formatted(what, name, nearest(name), String.join(", ", byName.keySet())));
        }
        return thing;
    }

    private String nearest(String name) {
        return byName.keySet().stream()
                .min(Comparator.comparingInt(known -> distance(known, name)))
                .orElse("");
    }

    /** Letters to insert, remove or replace: the last row of Levenshtein's table. */
    private static int distance(String left, String right) {
        var row = new int[right.length() + 1];
        for (var j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= left.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.length(); j++) {
                var replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[right.length()];
    }
}
