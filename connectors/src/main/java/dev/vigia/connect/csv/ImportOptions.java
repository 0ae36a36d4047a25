package dev.vigia.connect.csv;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of an import.
 *
 * @param replace whether what the files do not hold is to be taken back
 * @param again whether files that are known are imported all the same
 * @param completeBefore null where nobody says that anything is complete
 * @param writesRejects whether refused lines are written to a file beside theirs
 */
public record ImportOptions(
        Reading reading,
        boolean replace,
        boolean again,
        @Nullable FinalDay completeBefore,
        Allowance allowance,
        boolean writesRejects) {

    /** Nothing special. */
    public static final ImportOptions PLAIN =
            new ImportOptions(Reading.FOUND_OUT, false, false, null, Allowance.ANY, true);
}
