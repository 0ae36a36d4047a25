package dev.vigia.connect.envelope;

import dev.vigia.connect.row.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Large values that did not change, in whose place Debezium has a mark since the log does not hold them. */
final class UnchangedValues {

    private UnchangedValues() {}

    /**
     * The row with those values taken from the row before.
     *
     * @throws UnavailableValueException where that does not have them either
     */
    static Row fill(Row after, @Nullable Row before) {
        if (missing(after).isEmpty()) {
            return after;
        }
        if (before == null
                || !before.shape().equals(after.shape())
                || !missing(before).isEmpty()) {
            throw new UnavailableValueException(after.shape().table(), missing(after));
        }
        var values = IntStream.range(0, after.shape().columns().size())
                .<@Nullable Object>mapToObj(i -> isMissing(after.get(i)) ? before.get(i) : after.get(i))
                .toArray();
        return new Row(after.shape(), values);
    }

    private static List<String> missing(Row row) {
        var columns = row.shape().columns();
        List<String> names = List.of();
        for (int i = 0; i < columns.size(); i++) {
            if (isMissing(row.get(i))) {
                names = names.isEmpty() ? new ArrayList<>() : names;
                names.add(columns.get(i).name());
            }
        }
        return names;
    }

    private static boolean isMissing(@Nullable Object value) {
        return EnvelopeRows.UNAVAILABLE.equals(value);
    }
}
