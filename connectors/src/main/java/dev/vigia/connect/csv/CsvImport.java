package dev.vigia.connect.csv;

import dev.vigia.connect.csv.ImportListener.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Imports files of one source, one after another: each line under a position that is newer than any before, so that the
 * newest import of a key holds. What is kept of it is written with it, so an import that is killed may be run again. One
 * thread.
 */
public final class CsvImport {

    private final CsvMapping mapping;
    private final ImportOptions options;
    private final ImportSide side;
    private final ImportListener listener;
    private final Clock clock;
    private final ImportLedger ledger;
    private final KnownFiles known;
    private final RepeatedKeys repeated;
    private final KeptKeys kept = new KeptKeys();
    private final List<String> skipped = new ArrayList<>();
    private final List<Path> rejects = new ArrayList<>();
    private @Nullable String failure;

    public CsvImport(CsvMapping mapping, ImportOptions options, ImportSide side, ImportListener listener, Clock clock) {
        this(mapping, options, side, listener, clock, new RepeatedKeys(RepeatedKeys.MOST));
    }

    CsvImport(
            CsvMapping mapping,
            ImportOptions options,
            ImportSide side,
            ImportListener listener,
            Clock clock,
            RepeatedKeys repeated) {
        this.mapping = mapping;
        this.options = options;
        this.side = side;
        this.listener = listener;
        this.clock = clock;
        this.repeated = repeated;
        this.ledger = new ImportLedger(mapping, side, clock);
        this.known = new KnownFiles(mapping, options, side.memory());
    }

    /** Imports the files; what cannot be imported at all is refused before anything is written. */
    public ImportSummary run(List<CsvSource> sources) throws IOException {
        new ImportCheck(mapping, options, clock).check(sources, side.memory(), listener);
        var replacement = options.replace() ? replacement(sources) : null;
        for (var source : sources) {
            if (failure == null) {
                importUnlessKnown(source);
            }
        }
        return finish(replacement);
    }

    private Replacement replacement(List<CsvSource> sources) {
        var replacement = Replacement.by(
                mapping, options.reading(), sources, side.memory().state());
        ledger.replace();
        return replacement;
    }

    private void importUnlessKnown(CsvSource source) throws IOException {
        var path = source.path();
        var sha256 = path == null ? "" : RawFile.sha256(path);
        var before = known.find(source, sha256);
        if (before == null) {
            importFile(source, sha256);
            return;
        }
        skipped.add(source.name());
        listener.say(source.name() + " was imported before, with this content and this mapping, as import "
                + before.number() + ": nothing to do. (--again imports it all the same.)");
    }

    private void importFile(CsvSource source, String sha256) throws IOException {
        var table = mapping.tableOf(source.name(), options.reading().as());
        try (var file = CsvFile.open(source, table, options.reading())) {
            if (source.path() == null) {
                file.found().forEach(listener::say);
            }
            var begun = FileState.begun(source.name(), ledger, file.raw().size(), sha256, known.readBy());
            var run = new Run(ledger.epoch(), ledger.target(), repeated, kept);
            var reject = options.writesRejects() ? new RejectFile(source.rejects(), file) : null;
            repeated.begin();
            var lines = new FileImport(file, run, begun.number(), reject);
            var read = readAll(file, lines, reject, begun);
            complete(file, lines, begun, read, source.place());
            if (reject != null && reject.written() != null) {
                rejects.add(reject.written());
            }
        }
    }

    /** Gives what all of the file sums to; what it did before, where it was not read to its end. */
    private String readAll(CsvFile file, FileImport lines, @Nullable RejectFile reject, FileState begun) {
        var pace = new Pace();
        try (reject) {
            lines.run(() -> {
                if (pace.isDue(lines.counts())) {
                    ledger.reached(begun.with(lines.counts(), false), file.table(), lines.counts());
                    listener.progress(progress(file, lines.counts()));
                    failIfTooMany(lines.counts());
                }
                return failure == null;
            });
            return failure == null ? file.raw().sha256() : begun.sha256();
        } catch (IOException e) {
            failure = brokenOff(file, lines, "the file cannot be read: " + e.getMessage());
        } catch (UncheckedIOException e) {
            failure = brokenOff(file, lines, e.getMessage() + ": " + e.getCause());
        }
        return begun.sha256();
    }

    /** What was read until then stays: it is no less true. */
    private static String brokenOff(CsvFile file, FileImport lines, String because) {
        return file.raw().name() + ": behind line " + lines.last() + " " + because
                + ". All up to that line was written. Mend it and run it again";
    }

    private void failIfTooMany(Counts counts) {
        if (options.allowance().isSurelyExceeded(ledger.all().refusedLines() + counts.refusedLines())) {
            failure = tooMany();
        }
    }

    private void complete(CsvFile file, FileImport lines, FileState begun, String sha256, String place) {
        ledger.all().add(lines.counts());
        if (!begun.sha256().isEmpty() && !sha256.equals(begun.sha256())) {
            failure = file.raw().name() + " was changed while it was read. Import it again";
        } else if (failure == null && options.allowance().isExceeded(ledger.all())) {
            failure = tooMany();
        }
        if (lines.untold() > 0) {
            listener.say(
                    file.raw().name() + ": " + lines.untold() + " records were not taken back, though their lines are"
                            + " left out: of so many keys nobody knows whether the file itself said them. Should an earlier"
                            + " file have, import all files with --replace.");
        }
        ledger.ended(begun.with(sha256).with(lines.counts(), failure == null), file.table(), place);
        listener.progress(progress(file, lines.counts()));
    }

    private String tooMany() {
        return "more lines were refused than --max-refused "
                + options.allowance().text() + " allows";
    }

    private ImportSummary finish(@Nullable Replacement replacement) {
        long retracted = failure == null && replacement != null ? takeBack(replacement) : 0;
        boolean marked = failure == null && markComplete();
        return new ImportSummary(
                ledger.all(), repeated, skipped, rejects, retracted, ledger.completeBefore(), marked, failure);
    }

    /** Takes back what the files do not hold, unless nobody can say what they hold. */
    private long takeBack(Replacement replacement) {
        if (kept.isUnsure() && options.allowance().isAny()) {
            failure = "of some refused lines not even the key could be read, so nobody knows what the files hold, and"
                    + " nothing was taken back. Mend them and run it again, or allow them with --max-refused";
            return 0;
        }
        return replacement.takeBack(side.leftovers(), ledger, kept);
    }

    /** Whether markers were written. */
    private boolean markComplete() {
        var zone = mapping.zone();
        var day = options.completeBefore();
        var before = ledger.completeBefore();
        if (day == null) {
            return false;
        }
        if (before != null && before.isAfter(day.begin(zone))) {
            listener.say("Everything before " + before.atZone(zone).toLocalDate()
                    + " was said to be there already, which holds; no earlier marker was written.");
            return false;
        }
        ledger.complete(day.begin(zone));
        return true;
    }

    private static Progress progress(CsvFile file, Counts counts) {
        return new Progress(
                file.raw().name(), file.raw().passed(), file.raw().size(), counts.lines(), counts.refusedLines());
    }
}
