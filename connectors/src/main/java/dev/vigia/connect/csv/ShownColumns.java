package dev.vigia.connect.csv;

import org.jspecify.annotations.Nullable;

/** What of a line may be seen in a dead letter: the columns that the mapping reads, without those that it hashes. */
final class ShownColumns {

    private static final String HIDDEN = "***";

    private final boolean[] shown;
    private final String separator;

    ShownColumns(CsvFile file) {
        var names = file.header().names();
        var table = file.table();
        this.separator = String.valueOf(file.separator());
        this.shown = new boolean[names.size()];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = table.columns().contains(names.get(i)) && !table.hashed().contains(names.get(i));
        }
    }

    /** The fields with everything else hidden; nothing where nobody knows which is which. */
    String of(String @Nullable [] fields) {
        if (fields == null || fields.length != shown.length) {
            return HIDDEN;
        }
        var seen = fields.clone();
        for (int i = 0; i < seen.length; i++) {
            seen[i] = shown[i] ? seen[i] : HIDDEN;
        }
        return String.join(separator, seen);
    }
}
