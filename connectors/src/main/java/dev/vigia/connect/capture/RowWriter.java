package dev.vigia.connect.capture;

import dev.vigia.connect.join.Assembler;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.row.RowChange;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.write.Origin;
import dev.vigia.connect.write.RefusedRow;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Has rules map the changes of rows, and writes what comes of it: at once where nothing is looked up, else at the end of
 * the transaction, when all its rows are known.
 */
final class RowWriter implements EventIntake.Rows {

    private final Ledger ledger;
    private final @Nullable Assembler assembler;
    private final Function<TableId, Set<String>> hidden;
    private final EventIntake.SnapshotEnd retraction;

    /** @param retraction what is to be done when the rows of a snapshot are written */
    RowWriter(
            Ledger ledger,
            @Nullable Assembler assembler,
            Function<TableId, Set<String>> hidden,
            EventIntake.SnapshotEnd retraction) {
        this.ledger = ledger;
        this.assembler = assembler;
        this.hidden = hidden;
        this.retraction = retraction;
    }

    @Override
    public void changed(TableIntake table, RowChange change, @Nullable Instant at) {
        table.rules().translate(change, output -> write(output, at));
        if (assembler != null) {
            assembler.accept(change, output -> write(output, at));
        }
    }

    @Override
    public void endOfTransaction(@Nullable Instant at) {
        if (assembler != null) {
            assembler.endOfTransaction(output -> write(output, at));
        }
    }

    @Override
    public void snapshotDone() throws InterruptedException {
        if (assembler != null) {
            assembler.snapshotDone(output -> write(output, null));
        }
        ledger.commit();
        retraction.reached();
    }

    private void write(Output output, @Nullable Instant at) {
        ledger.write(output, at, () -> origin(output));
    }

    private Origin origin(Output output) {
        if (output instanceof Output.Refused refused) {
            var row = refused.row();
            return RefusedRow.origin(row, hidden.apply(row.shape().table()), ledger.position());
        }
        var upsert = (Output.Upsert) output;
        return Origin.of(upsert.topic().name() + " " + upsert.key() + " at " + ledger.position(), null, "");
    }
}
