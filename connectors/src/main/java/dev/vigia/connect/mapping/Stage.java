package dev.vigia.connect.mapping;

import dev.vigia.connect.expression.RefusedException;
import dev.vigia.connect.expression.Scene;
import dev.vigia.connect.expression.Source;
import dev.vigia.connect.row.Row;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of a rule stand in a scene: the row itself first, then those of its lookups.
 *
 * @param lookups by which the rows are found, in the order of their sources
 */
record Stage(Source row, List<String> lookups, List<Source> sources) {

    Scene set(Row root, Found found) {
        var scene = new Scene(sources.size() + 1).with(0, row, root);
        for (int i = 0; i < lookups.size(); i++) {
            var rows = found.by(lookups.get(i));
            if (!rows.isEmpty()) {
                scene.with(i + 1, sources.get(i), rows.get(0));
            }
        }
        return scene;
    }

    /** What a step gives; null where it refuses. */
    <T> @Nullable T attempt(Row root, Found found, Function<Scene, @Nullable T> step) {
        try {
            return step.apply(set(root, found));
        } catch (RefusedException e) {
            return null;
        }
    }
}
