package dev.vigia.app.csv;

import dev.vigia.app.program.Failure;
import dev.vigia.connect.csv.Allowance;
import dev.vigia.connect.csv.FinalDay;
import dev.vigia.connect.csv.ImportOptions;
import dev.vigia.connect.csv.Reading;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say how files are read and what is asked of their import. */
public final class ImportChoices {

    @Nullable
    @Option(names = "--encoding", paramLabel = "NAME", description = "Such as UTF-8 or windows-1252; else found out.")
    private String encoding;

    @Nullable
    @Option(names = "--separator", paramLabel = "C", description = "One character, or tab; else found out.")
    private String separator;

    @Nullable
    @Option(names = "--as", paramLabel = "TABLE", description = "The mapping's table that the files are; else by name.")
    private String as;

    @Option(
            names = "--final",
            paramLabel = "DATE",
            converter = DayConverter.class,
            description = "Say that with these files everything before this local day is there; a day to come, twice.")
    private List<LocalDate> completeBefore = List.of();

    @Option(names = "--replace", description = "Take back everything that these files do not hold.")
    private boolean replace;

    @Option(names = "--again", description = "Import files that were imported before with the same content.")
    private boolean again;

    @Nullable
    @Option(
            names = "--max-refused",
            paramLabel = "N|N%",
            description = "Fail where more lines are refused, before anything is called complete.")
    private String maxRefused;

    /** What was chosen; refused lines are written to a file unless this is a dry run. */
    public ImportOptions options(boolean dryRun) {
        return new ImportOptions(
                new Reading(encoding, separator, as),
                replace,
                again,
                finalDay(),
                maxRefused == null ? Allowance.ANY : Allowance.parse(maxRefused),
                !dryRun);
    }

    private @Nullable FinalDay finalDay() {
        if (completeBefore.stream().distinct().count() > 1) {
            throw Failure.usage("--final says " + completeBefore + ": give one day. Nothing was written.");
        }
        return completeBefore.isEmpty() ? null : new FinalDay(completeBefore.get(0), completeBefore.size() > 1);
    }
}
