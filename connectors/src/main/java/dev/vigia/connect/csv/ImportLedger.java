package dev.vigia.connect.csv;

import dev.vigia.connect.write.Mark;
import dev.vigia.schema.CaptureProgress;
import dev.vigia.schema.Phase;
import dev.vigia.schemas.Position;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What is kept of a source while files of it are imported, written together with what they say. One thread. */
final class ImportLedger {

    private final CsvMapping mapping;
    private final ImportTarget target;
    private final ImportMemory memory;
    private final Clock clock;
    private final Counts all = new Counts();
    private SourceState state;

    ImportLedger(CsvMapping mapping, ImportSide side, Clock clock) {
        this.mapping = mapping;
        this.target = side.target();
        this.memory = side.memory();
        this.clock = clock;
        this.state = memory.state();
    }

    ImportTarget target() {
        return target;
    }

    long epoch() {
        return state.epoch();
    }

    /** The number of the next import. */
    long next() {
        return state.number() + 1;
    }

    /** What became of all files that have been read. */
    Counts all() {
        return all;
    }

    /** Before when everything is there, as far as was said; null where nobody did. */
    @Nullable
    Instant completeBefore() {
        var millis = state.completeBefore();
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    /** A position of the newest import. */
    Position position(long line) {
        return new Position(state.epoch(), state.number(), line);
    }

    /** A new epoch begins. */
    void replace() {
        state = state.replaced();
    }

    /** Keeps how far a file is, and commits. */
    void reached(FileState file, CsvTable table, Counts counts) {
        state = state.with(file, table);
        keepState();
        commit(counts);
    }

    /** Keeps that all of a file is there, and commits. */
    void ended(FileState file, CsvTable table, String place) {
        state = state.with(file, table);
        keepState();
        if (file.completed()) {
            target.keep(memory.fileKey(place), ImportMemory.json(file));
        }
        commit(new Counts());
    }

    /** The replacement has come to its end. */
    void replaced(Collection<CsvTable> tables) {
        state = state.replacementDone(tables);
        keepState();
        target.commit();
    }

    /** Tells everybody that everything before an instant is there. */
    void complete(Instant before) {
        var newest = state.newest();
        target.mark(new Mark(Phase.LIVE, before, position(newest == null ? 0 : newest.lines())));
        state = state.complete(before.toEpochMilli());
        keepState();
        commit(new Counts());
    }

    private void keepState() {
        target.keep(memory.sourceKey(), ImportMemory.json(state));
    }

    /** Commits, and says how far the source is; the counts are those of the file that is being read. */
    private void commit(Counts reading) {
        var before = completeBefore();
        var newest = state.newest();
        target.progress(CaptureProgress.newBuilder()
                .setSource(mapping.source())
                .setEpoch(state.epoch())
                .setPhase(before == null ? Phase.SNAPSHOT : Phase.LIVE)
                .setAt(before)
                .setPosition(position(newest == null ? 0 : newest.lines()).toString())
                .setRowsRead(all.lines() + reading.lines())
                .setRecordsWritten(all.allRecords() + reading.allRecords())
                .setRowsRefused(all.refusedLines() + reading.refusedLines())
                .setReportedAt(clock.instant())
                .build());
        target.commit();
    }
}
