package dev.vigia.app.map.guess;

import dev.vigia.connect.postgres.CatalogTable;
import dev.vigia.connect.postgres.UniqueIndex;
import dev.vigia.connect.row.Column;
import dev.vigia.schemas.Topics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which columns make the key of a record: the primary key where it has as many parts, else by their names. */
final class KeyGuess {

    private final TableGuess guess;
    private final List<String> parts;
    private final List<String> identity;

    KeyGuess(TableGuess guess, Map<String, TableGuess> chosen) {
        this.guess = guess;
        this.parts = parts(guess.words().topic());
        this.identity = new ArrayList<>(References.identity(guess.table()));
        guess.parent().ifPresent(identity::remove);
    }

    /** The columns by the parts of the key, in its order; empty where none was found. */
    Map<String, Optional<String>> columns() {
        var columns = new LinkedHashMap<String, Optional<String>>();
        parts.forEach(part -> columns.put(part, column(part)));
        return columns;
    }

    private Optional<String> column(String part) {
        if (isParent(part)) {
            return guess.parent();
        }
        var named = guess.keys().sure(field(part)).map(Column::name);
        boolean only = parts.stream().filter(other -> !isParent(other)).count() == 1;
        return only && identity.size() == 1 ? Optional.of(identity.get(0)) : named;
    }

    /** What a line has of its order, and what work has of its machine. */
    private boolean isParent(String part) {
        return guess.parent().isPresent()
                && (part.equals("asset")
                        || (part.equals("order") && guess.words().topic().equals("sales.line.v1")));
    }

    /** The field that a part of a key fills. */
    private static String field(String part) {
        return part.equals("order") || part.equals("line") ? part + "Id" : part;
    }

    private static List<String> parts(String topic) {
        return Topics.all().stream()
                .filter(known -> known.name().equals(topic))
                .map(known -> List.of(known.content().key().form().split("\\|", -1)))
                .findFirst()
                .orElse(List.of());
    }

    /** Why a key is not sure: a part is missing, or several rows may share it. */
    static Optional<String> doubt(CatalogTable table, TopicWords words, Map<String, Optional<String>> key) {
        var missing = key.entrySet().stream()
                .filter(part -> part.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        if (!missing.isEmpty()) {
            return Optional.of("no column was found for " + String.join(" and ", missing) + " of its key");
        }
        var columns = key.values().stream().flatMap(Optional::stream).collect(Collectors.toSet());
        return isUnique(table, columns)
                ? Optional.empty()
                : Optional.of("several rows of it may share the key " + columns + " of " + words.topic());
    }

    private static boolean isUnique(CatalogTable table, Set<String> columns) {
        var identity = References.identity(table);
        return (!identity.isEmpty() && columns.containsAll(identity))
                || table.uniqueIndexes().stream().map(UniqueIndex::columns).anyMatch(columns::containsAll);
    }
}
