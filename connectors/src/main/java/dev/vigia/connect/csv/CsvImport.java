package dev.vigia.connect.csv;

import dev.vigia.connect.csv.ImportListener.Progress;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.write.Mark;
import dev.vigia.connect.write.Origin;
import dev.vigia.schema.CaptureProgress;
import dev.vigia.schema.DeleteReason;
import dev.vigia.schema.Phase;
import dev.vigia.schemas.Position;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * Imports files of one source, one after another: each line under a position that is newer than any before, so that the
 * newest import of a key holds. What is kept of it is written with it, so an import that is killed may be run again. One
 * thread.
 */
public final class CsvImport {

    private final CsvMapping mapping;
    private final ImportOptions options;
    private final ImportTarget target;
    private final ImportMemory memory;
    private final Leftovers leftovers;
    private final ImportListener listener;
    private final Clock clock;

    private final Counts all = new Counts();
    private final RepeatedKeys repeated = new RepeatedKeys(RepeatedKeys.MOST);
    private final KeptKeys kept = new KeptKeys();
    private final List<String> skipped = new ArrayList<>();
    private final List<Path> rejects = new ArrayList<>();
    private SourceState state;
    private @Nullable String failure;

    public CsvImport(CsvMapping mapping, ImportOptions options, ImportSide side, ImportListener listener, Clock clock) {
        this.mapping = mapping;
        this.options = options;
        this.target = side.target();
        this.memory = side.memory();
        this.leftovers = side.leftovers();
        this.listener = listener;
        this.clock = clock;
        this.state = memory.state();
    }

    /** Imports the files; what cannot be imported at all is refused before anything is written. */
    public ImportSummary run(List<CsvSource> sources) throws IOException {
        checkAll(sources);
        if (options.replace()) {
            state = state.replaced();
        } else if (state.replacing()) {
            throw new ConfigException("an import with --replace was begun and did not come to its end: what it replaces"
                    + " is neither there nor gone. Run it again, with --replace. Nothing was written.");
        }
        for (var source : sources) {
            if (failure == null) {
                importUnlessKnown(source);
            }
        }
        return finish(sources);
    }

    private void checkAll(List<CsvSource> sources) {
        if (options.replace()) {
            new Replacement(mapping, options.reading()).check(sources);
        }
        for (var source : sources) {
            if (source.path() != null) {
                try (var file = open(source)) {
                    file.found().forEach(listener::say);
                }
            }
        }
    }

    private CsvFile open(CsvSource source) {
        return CsvFile.open(
                source, mapping.tableOf(source.name(), options.reading().as()), options.reading());
    }

    private void importUnlessKnown(CsvSource source) throws IOException {
        var path = source.path();
        var sha256 = path == null ? "" : RawFile.sha256(path);
        var known = memory.newest(source.name());
        if (known != null
                && known.isSame(sha256, mapping.fingerprint(), state.epoch())
                && !options.again()
                && !options.replace()) {
            skipped.add(source.name());
            listener.say(source.name() + " was imported before, with this content and this mapping, as import "
                    + known.number() + ": nothing to do. (--again imports it all the same.)");
            return;
        }
        importFile(source, sha256);
    }

    private void importFile(CsvSource source, String sha256) throws IOException {
        long number = state.number() + 1;
        try (var file = open(source);
                var reject = options.writesRejects() ? new RejectFile(source.rejects(), file) : null) {
            if (source.path() == null) {
                file.found().forEach(listener::say);
            }
            var before = new FileState(
                    source.name(),
                    state.epoch(),
                    number,
                    sha256,
                    mapping.fingerprint(),
                    file.raw().size(),
                    0,
                    0,
                    0,
                    0,
                    0,
                    false);
            var run = new Run(state.epoch(), target, repeated, kept);
            var lines = new FileImport(file, run, number, reject);
            readAll(file, lines, before);
            complete(file, lines, before);
            if (reject != null && reject.written() != null) {
                rejects.add(reject.written());
            }
        }
    }

    private void readAll(CsvFile file, FileImport lines, FileState begun) throws IOException {
        var pace = new Pace();
        lines.run(() -> {
            if (pace.isDue(lines.counts())) {
                keep(begun.with(lines.counts(), false));
                commit(lines.counts());
                listener.progress(progress(file, lines.counts()));
                if (options.allowance()
                        .isSurelyExceeded(all.refusedLines() + lines.counts().refusedLines())) {
                    failure = tooMany();
                }
            }
            return failure == null;
        });
    }

    private void complete(CsvFile file, FileImport lines, FileState begun) throws IOException {
        all.add(lines.counts());
        var sha256 = failure == null ? file.raw().sha256() : begun.sha256();
        if (!begun.sha256().isEmpty() && !sha256.equals(begun.sha256())) {
            failure = file.raw().name() + " was changed while it was read. Import it again.";
        } else if (failure == null && options.allowance().isExceeded(all)) {
            failure = tooMany();
        }
        var end = begun.with(sha256).with(lines.counts(), failure == null);
        keep(end);
        if (end.completed()) {
            target.keep(memory.fileKey(end.file()), ImportMemory.json(end));
        }
        commit(new Counts());
        listener.progress(progress(file, lines.counts()));
    }

    private String tooMany() {
        return "more lines were refused than --max-refused "
                + options.allowance().text() + " allows";
    }

    private void keep(FileState file) {
        state = state.with(file);
        keepState();
    }

    private void keepState() {
        target.keep(memory.sourceKey(), ImportMemory.json(state));
    }

    private ImportSummary finish(List<CsvSource> sources) {
        long retracted = 0;
        Instant complete = null;
        if (failure == null && options.replace()) {
            retracted = replaceRest(sources);
        }
        if (failure == null) {
            complete = markComplete();
        }
        return new ImportSummary(all, repeated, skipped, rejects, retracted, complete, failure);
    }

    /** Takes back what the files do not hold, unless nobody can say what they hold. */
    private long replaceRest(List<CsvSource> sources) {
        if (kept.isUnsure() && options.allowance().isAny()) {
            failure = "of some refused lines not even the key could be read, so nobody knows what the files hold, and"
                    + " nothing was taken back. Mend them and run it again, or allow them with --max-refused";
            return 0;
        }
        var topics = sources.stream()
                .flatMap(source ->
                        mapping.tableOf(source.name(), options.reading().as()).topics().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var pace = new Pace();
        var counts = new Counts();
        for (var topic : topics) {
            leftovers.find(topic, state.epoch(), (key, type) -> {
                if (!kept.holds(topic, key)) {
                    var gone = new Output.Delete(topic, key, type, DeleteReason.RETRACTED);
                    target.write(
                            gone,
                            new Position(state.epoch(), state.number(), Long.MAX_VALUE),
                            () -> Origin.of(key, null, ""));
                    counts.wrote(topic);
                    if (pace.isDue(counts)) {
                        target.commit();
                    }
                }
            });
            target.commit(); // The next topic may be read for longer than a transaction lives.
        }
        state = state.replacementDone();
        keepState();
        target.commit();
        return counts.allRecords();
    }

    private @Nullable Instant markComplete() {
        var day = options.completeBefore();
        if (day == null) {
            return null;
        }
        var at = day.atStartOfDay(mapping.zone()).toInstant();
        var before = state.completeBefore();
        if (before != null && before > at.toEpochMilli()) {
            listener.say("Everything before "
                    + Instant.ofEpochMilli(before).atZone(mapping.zone()).toLocalDate()
                    + " was said to be there already, which holds; no earlier marker was written.");
            return null;
        }
        target.mark(new Mark(Phase.LIVE, at, position()));
        state = state.complete(at.toEpochMilli());
        keepState();
        commit(new Counts());
        return at;
    }

    private Position position() {
        var newest = state.newest();
        return new Position(state.epoch(), state.number(), newest == null ? 0 : newest.lines());
    }

    /** Commits, and says how far the source is; the counts are those of the file that is being read. */
    private void commit(Counts reading) {
        var before = state.completeBefore();
        target.progress(CaptureProgress.newBuilder()
                .setSource(mapping.source())
                .setEpoch(state.epoch())
                .setPhase(before == null ? Phase.SNAPSHOT : Phase.LIVE)
                .setAt(before == null ? null : Instant.ofEpochMilli(before))
                .setPosition(position().toString())
                .setRowsRead(all.lines() + reading.lines())
                .setRecordsWritten(all.allRecords() + reading.allRecords())
                .setRowsRefused(all.refusedLines() + reading.refusedLines())
                .setReportedAt(clock.instant())
                .build());
        target.commit();
    }

    private static Progress progress(CsvFile file, Counts counts) {
        return new Progress(
                file.raw().name(), file.raw().passed(), file.raw().size(), counts.lines(), counts.refusedLines());
    }
}
