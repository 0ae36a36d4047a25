package dev.vigia.app.map.guess;

import dev.vigia.connect.postgres.CatalogTable;
import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.TableId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses for each topic the table whose name, columns and references speak most for it. */
final class TableGuesser {

    private static final int NAMED = 20;
    private static final int NAME_CONTAINED = 10;
    private static final int NEEDED_FIELD = 3;
    private static final int HAS_LINES = 8;

    private final Vocabulary vocabulary;
    private final Map<TableId, CatalogTable> tables;
    private final References references;
    private final Map<String, TableGuess> chosen = new LinkedHashMap<>();

    TableGuesser(Vocabulary vocabulary, Map<TableId, CatalogTable> tables) {
        this.vocabulary = vocabulary;
        this.tables = tables;
        this.references = new References(tables);
    }

    /** The best table of each topic that has one. */
    Map<String, TableGuess> choose(List<String> topics) {
        for (var topic : topics) {
            var words = vocabulary.topic(topic);
            tables.values().stream()
                    .filter(table -> !isTaken(table))
                    .flatMap(table -> guess(words, table).stream())
                    .max(Comparator.comparing(TableGuess::isSure).thenComparing(TableGuess::score))
                    .ifPresent(guess -> chosen.put(topic, guess));
        }
        return chosen;
    }

    private boolean isTaken(CatalogTable table) {
        return chosen.values().stream().anyMatch(guess -> guess.table().equals(table));
    }

    private Optional<TableGuess> guess(TopicWords words, CatalogTable table) {
        int name = nameScore(words, table);
        var parent = parentColumn(words, table);
        if (words.parent() != null && parent.isEmpty()) {
            return Optional.empty();
        }
        var keys = new ColumnGuesses(table.shape(), words.keys(), (field, column) -> isUsable(words, field, column));
        var fields =
                new ColumnGuesses(table.shape(), words.fields(), (field, column) -> isUsable(words, field, column));
        int needed = (int) words.needs().stream()
                .filter(need -> fields.sure(need).isPresent() || keys.sure(need).isPresent())
                .count();
        int lines = hasLines(words, table) ? HAS_LINES : 0;
        boolean whole = needed == words.needs().size();
        boolean possible = name > 0 ? 2 * needed >= words.needs().size() : whole && (lines > 0 || isLines(words));
        if (!possible) {
            return Optional.empty();
        }
        var doubt = doubt(name > 0, whole, parent, words);
        int score = name + NEEDED_FIELD * needed + fields.count() + lines;
        return Optional.of(new TableGuess(words, table, keys, fields, parent, doubt, score));
    }

    private Optional<String> doubt(boolean named, boolean whole, Optional<String> parent, TopicWords words) {
        if (!named) {
            return Optional.of("its columns look right, its name does not");
        }
        if (!whole) {
            return Optional.of("its name looks right, but not all of " + words.needs() + " were found");
        }
        var above = chosen.get(words.parent());
        return parent.isPresent() && above != null && !above.isSure()
                ? Optional.of("it refers to " + above.table().table() + ", which is not sure itself")
                : Optional.empty();
    }

    private boolean isUsable(TopicWords words, String field, Column column) {
        boolean sales = words.topic().startsWith("sales.");
        if (field.equals("customer")) {
            return true;
        }
        return !vocabulary.isPersonal(column.name(), sales)
                && kind(words, field).takes(column.type());
    }

    private static FieldKind kind(TopicWords words, String field) {
        return switch (field) {
            case "received", "minimum", "maximum" -> FieldKind.NUMBER;
            default ->
                words.topic().equals("channels")
                        ? FieldKind.TEXT
                        : FieldKind.of(FieldKind.schema(words.topic(), field));
        };
    }

    private static int nameScore(TopicWords words, CatalogTable table) {
        var name = Words.of(table.table().name());
        if (words.tables().contains(name.joined())) {
            return NAMED + words.tables().size() - words.tables().indexOf(name.joined());
        }
        boolean contains = words.tables().stream().anyMatch(known -> name.has(Words.of(known)));
        return contains && !name.hasAny(words.never()) ? NAME_CONTAINED : 0;
    }

    private Optional<String> parentColumn(TopicWords words, CatalogTable table) {
        var parent = words.parent() == null ? null : chosen.get(words.parent());
        return parent == null || parent.table().equals(table)
                ? Optional.empty()
                : references
                        .between(table, parent.table().table())
                        .map(key -> key.columns().get(0));
    }

    /** Whether a table with product, quantity and amount refers to this one. */
    private boolean hasLines(TopicWords words, CatalogTable table) {
        if (!words.topic().equals("sales.order.v1")) {
            return false;
        }
        var lines = vocabulary.topic("sales.line.v1");
        return references.to(table.table()).stream()
                .map(child -> new ColumnGuesses(
                        child.shape(), lines.fields(), (field, column) -> isUsable(lines, field, column)))
                .anyMatch(found ->
                        lines.needs().stream().allMatch(need -> found.sure(need).isPresent()));
    }

    private static boolean isLines(TopicWords words) {
        return words.topic().equals("sales.line.v1");
    }
}
