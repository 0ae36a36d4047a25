package dev.vigia.connect.envelope;

import dev.vigia.connect.postgres.SqlNames;
import dev.vigia.connect.row.TableId;
import java.util.List;

/** A large value did not change, so that the log did not tell it, and nothing else did: the row cannot be known. */
public final class UnavailableValueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnavailableValueException(TableId table, List<String> columns) {
        super("the log does not hold the unchanged value of " + table + "." + String.join(", ", columns)
                + ". Run: ALTER TABLE " + SqlNames.quoted(table) + " REPLICA IDENTITY FULL; then take a new snapshot"
                + " (--new-epoch), for the log up to then still lacks it.");
    }
}
