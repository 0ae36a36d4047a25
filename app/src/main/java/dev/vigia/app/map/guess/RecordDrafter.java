package dev.vigia.app.map.guess;

import dev.vigia.connect.postgres.CatalogTable;
import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.ColumnType;
import dev.vigia.connect.row.TableId;
import dev.vigia.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the entry of a mapping for a table that was chosen. */
final class RecordDrafter {

    private final Vocabulary vocabulary = Vocabulary.shipped();
    private final Map<TableId, CatalogTable> tables;
    private final Map<String, TableGuess> chosen;
    private final Expressions expressions;

    RecordDrafter(Map<TableId, CatalogTable> tables, Map<String, TableGuess> chosen, ValueSamples samples) {
        this.tables = tables;
        this.chosen = chosen;
        this.expressions = new Expressions(samples, isOdoo(tables));
    }

    /** Odoo keeps every moment in UTC, in columns without a zone. */
    private static boolean isOdoo(Map<TableId, CatalogTable> tables) {
        return tables.keySet().stream().anyMatch(table -> table.name().equals("res_partner"));
    }

    RecordDraft draft(TableGuess guess) {
        return isHistory(guess) ? newest(guess) : each(guess);
    }

    private RecordDraft each(TableGuess guess) {
        var key = new KeyGuess(guess, chosen).columns();
        var draft = new RecordDraft(
                guess.words().topic(),
                guess.table().table(),
                guess.doubt().or(() -> KeyGuess.doubt(guess.table(), guess.words(), key)));
        key.values().stream().flatMap(Optional::stream).forEach(column -> addKey(draft, column));
        guess.words().fields().keySet().forEach(field -> addField(draft, guess, field));
        addChannels(draft);
        remark(draft, guess);
        return draft;
    }

    /** Whether it has many rows for one key, of which the newest holds. */
    private static boolean isHistory(TableGuess guess) {
        return guess.words().topic().equals(Topics.EQUIPMENT_STATES.name())
                && References.identity(guess.table()).size() > 1;
    }

    private RecordDraft newest(TableGuess guess) {
        var machines = Objects.requireNonNull(chosen.get(Topics.ASSETS.name())).table();
        var key =
                new References(tables).between(guess.table(), machines.table()).orElseThrow();
        var draft = new RecordDraft(guess.words().topic(), machines.table(), guess.doubt());
        var machine = key.toColumns().get(0);
        addKey(draft, machine);
        draft.used().add(key.columns().get(0));
        var since = guess.fields().sure("since").map(Column::name).orElse("since");
        draft.lookup(
                "latest",
                guess.table().table(),
                on(key.columns(), key.toColumns()),
                ", newest: " + YamlText.flow(since));
        draft.where("latest." + Expressions.name(since) + " is not null");
        guess.words()
                .fields()
                .keySet()
                .forEach(field -> guess.fields().sure(field).ifPresent(column -> {
                    draft.used().add(column.name());
                    addByKind(draft, guess.table().table(), field, column, "latest." + Expressions.name(column.name()));
                }));
        remark(draft, guess);
        return draft;
    }

    /** The sensors of a machine, where a table of them refers to it. */
    private void addChannels(RecordDraft draft) {
        var channels = chosen.get("channels");
        if (!draft.topic().equals(Topics.ASSETS.name()) || channels == null) {
            return;
        }
        var key = new References(tables).between(channels.table(), draft.from()).orElseThrow();
        var take = channels.words().fields().keySet().stream()
                .flatMap(field -> channels
                        .fields()
                        .sure(field)
                        .map(column -> field + ": " + YamlText.flow(Expressions.name(column.name())))
                        .stream())
                .collect(Collectors.joining(", "));
        draft.lookup(
                "channels", channels.table().table(), on(key.columns(), key.toColumns()), ", all: { " + take + " }");
    }

    /** A looked-up column and the column it equals. */
    private static String on(List<String> there, List<String> here) {
        return YamlText.flowKey(there.get(0)) + ": " + YamlText.flow(Expressions.name(here.get(0)));
    }

    private static void addKey(RecordDraft draft, String column) {
        draft.used().add(column);
        draft.key(Expressions.name(column));
    }

    private void addField(RecordDraft draft, TableGuess guess, String field) {
        if (field.equals("received")) {
            return;
        }
        var column = guess.fields().sure(field);
        if (column.isPresent()) {
            draft.used().add(column.get().name());
            add(draft, guess, field, column.get());
        } else if (!throughReference(draft, guess, field)) {
            addDoubt(draft, guess, field);
        }
    }

    private void add(RecordDraft draft, TableGuess guess, String field, Column column) {
        var name = Expressions.name(column.name());
        switch (field) {
            case "customer" -> draft.field(field, "hash(" + name + ")");
            case "quantity" -> draft.field(field, YamlText.block(lessReceived(draft, guess, name)));
            default -> addByKind(draft, guess.table().table(), field, column);
        }
    }

    private static String lessReceived(RecordDraft draft, TableGuess guess, String quantity) {
        var received = guess.fields().sure("received");
        received.ifPresent(column -> draft.used().add(column.name()));
        return received.map(column -> "greatest(" + quantity + " - " + Expressions.name(column.name()) + ", 0)")
                .orElse(quantity);
    }

    private void addByKind(RecordDraft draft, TableId table, String field, Column column) {
        addByKind(draft, table, field, column, Expressions.name(column.name()));
    }

    private void addByKind(RecordDraft draft, TableId table, String field, Column column, String name) {
        var schema = FieldKind.schema(draft.topic(), field);
        switch (FieldKind.of(schema)) {
            case MOMENT -> addMoment(draft, table, field, column, name);
            case SYMBOL -> addSymbol(draft, field, schema.getName(), new Place(table, column, name));
            default -> addPlain(draft, field, column, name);
        }
    }

    private static void addPlain(RecordDraft draft, String field, Column column, String name) {
        boolean code = field.equals("unit") || field.equals("currency");
        if (code && column.type() == ColumnType.NUMBER) {
            draft.doubtful(
                    field, YamlText.block(name), "a number, not a code: it wants a lookup, and maybe a conversion");
        } else {
            draft.field(field, YamlText.block(name));
        }
    }

    private void addMoment(RecordDraft draft, TableId table, String field, Column column, String name) {
        var moment = expressions.moment(table, column, name);
        if (moment.isPresent()) {
            draft.field(field, YamlText.block(moment.get()));
            if (moment.get().startsWith("local(") && column.type() == ColumnType.LOCAL_TIMESTAMP) {
                draft.remark(column.name() + " does not say its zone: if it is UTC, write instant(" + name + ")");
            }
        } else {
            draft.doubtful(field, "local(" + name + ", 'yyyyMMdd')", "text, and how it writes dates could not be seen");
        }
    }

    private void addSymbol(RecordDraft draft, String field, String enumeration, Place place) {
        var map = expressions.valueMap(enumeration, place.table(), place.column(), place.name());
        var unknown = expressions.unknownValues(enumeration, place.table(), place.column());
        if (map.isEmpty()) {
            var seen = unknown.isEmpty() ? "the table is empty" : "say what these mean: " + unknown;
            draft.doubtful(field, "{ value: " + YamlText.flow(place.name()) + ", map: {} }", seen);
            return;
        }
        draft.field(field, map);
        if (!unknown.isEmpty()) {
            draft.remark(
                    "values of " + place.column().name() + " without a meaning yet, which will be refused: " + unknown);
        }
    }

    private record Place(TableId table, Column column, String name) {}

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
                        + on(key.toColumns(), key.columns()) + " } }";
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
                draft.lookup(alias, key.to(), on(key.toColumns(), key.columns()), "");
                draft.used().add(key.columns().get(0));
                addByKind(
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

    private void remark(RecordDraft draft, TableGuess guess) {
        var unmapped = new ArrayList<String>();
        var personal = new ArrayList<String>();
        boolean sales = draft.topic().startsWith("sales.");
        for (var column : guess.table().shape().columns()) {
            if (!draft.used().contains(column.name())) {
                (vocabulary.isPersonal(column.name(), sales) ? personal : unmapped).add(column.name());
            }
        }
        say(draft, "not mapped: ", unmapped);
        say(draft, "looks personal, never mapped: ", personal);
        var missing = guess.words().fields().keySet().stream()
                .filter(field -> !field.equals("received") && !draft.speaksOf(field))
                .collect(Collectors.toList());
        say(draft, "no column was found for: ", missing);
    }

    private static void say(RecordDraft draft, String what, List<String> names) {
        if (!names.isEmpty()) {
            draft.remark(what + String.join(", ", names));
        }
    }
}
