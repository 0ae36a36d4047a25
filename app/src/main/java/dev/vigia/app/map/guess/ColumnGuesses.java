package dev.vigia.app.map.guess;

import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.TableShape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which column of a table holds which field: by its very name, or, less surely, by a name that contains it. */
final class ColumnGuesses {

    private final TableShape shape;
    private final Words table;
    private final Map<String, Column> sure = new HashMap<>();
    private final Map<String, Column> maybe = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** @param usable which columns may hold a field at all */
    ColumnGuesses(TableShape shape, Map<String, List<String>> fields, BiPredicate<String, Column> usable) {
        this.shape = shape;
        this.table = Words.of(shape.table().name());
        fields.forEach((field, names) -> take(sure, field, first(names, name -> named(name, field, usable))));
        fields.forEach((field, names) -> {
            if (!sure.containsKey(field)) {
                take(maybe, field, first(names, name -> containing(name, field, usable)));
            }
        });
    }

    Optional<Column> sure(String field) {
        return Optional.ofNullable(sure.get(field));
    }

    Optional<Column> maybe(String field) {
        return Optional.ofNullable(maybe.get(field));
    }

    int count() {
        return sure.size();
    }

    private void take(Map<String, Column> into, String field, @Nullable Column column) {
        if (column != null && taken.add(column.name())) {
            into.put(field, column);
        }
    }

    private @Nullable Column named(String name, String field, BiPredicate<String, Column> usable) {
        return find(column -> is(Words.of(column.name()), name), field, usable);
    }

    private boolean is(Words column, String name) {
        return column.joined().equals(name) || column.without(table).joined().equals(name);
    }

    private @Nullable Column containing(String name, String field, BiPredicate<String, Column> usable) {
        var words = Words.of(name);
        return find(column -> Words.of(column.name()).has(words), field, usable);
    }

    private @Nullable Column find(Function<Column, Boolean> matches, String field, BiPredicate<String, Column> usable) {
        return shape.columns().stream()
                .filter(column -> !taken.contains(column.name()) && usable.test(field, column) && matches.apply(column))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Column first(List<String> names, Function<String, @Nullable Column> find) {
        for (var name : names) {
            var column = find.apply(name);
            if (column != null) {
                return column;
            }
        }
        return null;
    }
}
