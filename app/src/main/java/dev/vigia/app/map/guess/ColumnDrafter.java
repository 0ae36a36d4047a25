package dev.vigia.app.map.guess;

import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.ColumnType;
import dev.vigia.connect.row.TableId;

/** Writes a column as a field of a record, by what the contract takes there. */
final class ColumnDrafter {

    private final Expressions expressions;

    ColumnDrafter(Expressions expressions) {
        this.expressions = expressions;
    }

    /** Adds a column under a field; the name is the expression that names it. */
    void add(RecordDraft draft, TableId table, String field, Column column, String name) {
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
}
