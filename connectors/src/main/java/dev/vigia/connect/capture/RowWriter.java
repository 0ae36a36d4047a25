package dev.vigia.connect.capture;

import dev.vigia.connect.record.Output;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.RowChange;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Has rules map the changes of rows, and writes what comes of it. */
final class RowWriter implements EventIntake.Rows {

    private final Ledger ledger;

    RowWriter(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void changed(TableIntake table, RowChange change, @Nullable Instant at) {
        for (var rule : table.rules()) {
            rule.translate(change, output -> write(output, table, change, at));
        }
    }

    @Override
    public void endOfTransaction(@Nullable Instant at) {}

    private void write(Output output, TableIntake table, RowChange change, @Nullable Instant at) {
        ledger.write(output, at, () -> RowText.origin(row(change), table.hidden(), ledger.position()));
    }

    private static Row row(RowChange change) {
        var after = change.after();
        return after != null ? after : Objects.requireNonNull(change.before());
    }
}
