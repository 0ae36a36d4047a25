package dev.vigia.app.map.guess;

import dev.vigia.connect.postgres.CatalogTable;
import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.TableId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Writes a field of a record: from a column of its table, or from one of a table that this refers to. */
final class FieldDrafter {

    private final Vocabulary vocabulary = Vocabulary.shipped();
    private final Map<TableId, CatalogTable> tables;
    private final ColumnDrafter columns;

    FieldDrafter(Map<TableId, CatalogTable> tables, ColumnDrafter columns) {
        this.tables = tables;
        this.columns = columns;
    }

    void add(RecordDraft draft, TableGuess guess, String field) {
        if (field.equals("received")) {
            return;
        }
        var column = guess.fields().sure(field);
        if (column.isPresent()) {
            draft.used().add(column.get().name());
            addSure(draft, guess, field, column.get());
        } else if (!throughReference(draft, guess, field)) {
            addDoubt(draft, guess, field);
        }
    }

    private void addSure(RecordDraft draft, TableGuess guess, String field, Column column) {
        var name = Expressions.name(column.name());
        switch (field) {
            case "customer" -> draft.field(field, "hash(" + name + ")");
            case "quantity" -> draft.field(field, YamlText.block(lessReceived(draft, guess, name)));
            default -> columns.add(draft, guess.table().table(), field, column, name);
        }
    }

    private static String lessReceived(RecordDraft draft, TableGuess guess, String quantity) {
        var received = guess.fields().sure("received");
        received.ifPresent(column -> draft.used().add(column.name()));
        return received.map(column -> "greatest(" + quantity + " - " + Expressions.name(column.name()) + ", 0)")
                .orElse(quantity);
    }

    private void addDoubt(RecordDraft draft, TableGuess guess, String field) {
        var maybe = guess.fields().maybe(field);
        if (maybe.isPresent()) {
            var name = YamlText.block(Expressions.name(maybe.get().name()));
            draft.doubtful(field, name, "the name of the column only contains the word");
            return;
        }
        switch (draft.topic() + " " + field) {
            case "sales.order.v1 kind" ->
                draft.doubtful(field, "\"'SALE'\"", "no column tells sales from returns; are all of them sales?");
            case "sales.order.v1 status" ->
                draft.doubtful(field, "\"'CONFIRMED'\"", "no column tells how far an order is; are all confirmed?");
            case "sales.order.v1 region" -> suggestRegion(draft, guess);
            default -> {}
        }
    }

    /** Where a table that the order refers to, such as that of customers, tells a region. */
    private void suggestRegion(RecordDraft draft, TableGuess guess) {
        for (var key : new References(tables).of(guess.table())) {
            var other = Objects.requireNonNull(tables.get(key.to()));
            find(guess.words(), "region", other).ifPresent(column -> {
                var alias = Words.of(key.to().name()).joined();
                var lookup = alias + ": { from: " + YamlText.flow(key.to().toString()) + ", on: { "
                        + Expressions.equal(key.toColumns(), key.columns()) + " } }";
                draft.doubtful(
                        "region",
                        alias + "." + Expressions.name(column.name()),
                        "if demand arises there; with lookup: " + lookup);
            });
        }
    }

    /** A field that a table holds to which this one refers. */
    private boolean throughReference(RecordDraft draft, TableGuess guess, String field) {
        var words = guess.words();
        if (!words.through().contains(field)) {
            return false;
        }
        for (var key : new References(tables).of(guess.table())) {
            var other = tables.get(key.to());
            var found = other == null ? Optional.<Column>empty() : find(words, field, other);
            if (found.isPresent()) {
                var alias = Words.of(key.to().name()).joined();
                draft.lookup(alias, key.to(), Expressions.equal(key.toColumns(), key.columns()), "");
                draft.used().add(key.columns().get(0));
                columns.add(
                        draft,
                        key.to(),
                        field,
                        found.get(),
                        alias + "." + Expressions.name(found.get().name()));
                return true;
            }
        }
        return false;
    }

    private Optional<Column> find(TopicWords words, String field, CatalogTable other) {
        var names = Map.of(field, words.fields().get(field));
        var kind = FieldKind.of(FieldKind.schema(words.topic(), field));
        return new ColumnGuesses(
                        other.shape(),
                        names,
                        (name, column) -> !vocabulary.isPersonal(column.name(), false) && kind.takes(column.type()))
                .sure(field);
    }
}
