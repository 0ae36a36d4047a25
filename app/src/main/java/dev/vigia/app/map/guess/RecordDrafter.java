package dev.vigia.app.map.guess;

import dev.vigia.connect.postgres.CatalogTable;
import dev.vigia.connect.row.Column;
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
    private final ColumnDrafter columns;
    private final FieldDrafter fields;

    RecordDrafter(Map<TableId, CatalogTable> tables, Map<String, TableGuess> chosen, ValueSamples samples) {
        this.tables = tables;
        this.chosen = chosen;
        this.columns = new ColumnDrafter(new Expressions(samples, isOdoo(tables)));
        this.fields = new FieldDrafter(tables, columns);
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
        guess.words().fields().keySet().forEach(field -> fields.add(draft, guess, field));
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
                Expressions.equal(key.columns(), key.toColumns()),
                ", newest: " + YamlText.flow(since));
        draft.where("latest." + Expressions.name(since) + " is not null");
        guess.words()
                .fields()
                .keySet()
                .forEach(field -> guess.fields().sure(field).ifPresent(column -> {
                    draft.used().add(column.name());
                    columns.add(
                            draft, guess.table().table(), field, column, "latest." + Expressions.name(column.name()));
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
                "channels",
                channels.table().table(),
                Expressions.equal(key.columns(), key.toColumns()),
                ", all: { " + take + " }");
    }

    private static void addKey(RecordDraft draft, String column) {
        draft.used().add(column);
        draft.key(Expressions.name(column));
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
