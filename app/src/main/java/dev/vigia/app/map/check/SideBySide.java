package dev.vigia.app.map.check;

import dev.vigia.connect.row.Row;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** A row on the left and what became of it on the right, in 100 columns; what does not fit ends in dots. */
final class SideBySide {

    private static final int WIDTH = 48;
    private static final int NAME = 18;

    private final Shown shown;

    SideBySide(Shown shown) {
        this.shown = shown;
    }

    List<String> lines(Row row, SpecificRecord record) {
        var left = new ArrayList<String>();
        row.shape()
                .columns()
                .forEach(column -> left.add(
                        pair(column.name(), shown.value(row.shape().table(), column.name(), row.get(column.name())))));
        var right = new ArrayList<String>();
        record.getSchema().getFields().forEach(field -> add(right, field.name(), record.get(field.pos())));
        return beside(left, right);
    }

    private static void add(List<String> lines, String name, Object value) {
        if (value instanceof List<?> list && !list.isEmpty()) {
            list.forEach(item -> lines.add(pair(name, String.valueOf(item))));
        } else {
            lines.add(pair(name, String.valueOf(value)));
        }
    }

    private static List<String> beside(List<String> left, List<String> right) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            var one = i < left.size() ? left.get(i) : "";
            var other = i < right.size() ? right.get(i) : "";
            lines.add(("  " + padded(one, WIDTH) + "  " + other).stripTrailing());
        }
        return lines;
    }

    private static String pair(String name, String value) {
        var clean = value.replaceAll("\\p{Cntrl}", "?");
        return cut(padded(cut(name, NAME), NAME) + " " + clean, WIDTH);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 3) + "...";
    }
}
