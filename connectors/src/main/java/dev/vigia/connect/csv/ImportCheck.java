package dev.vigia.connect.csv;

import java.time.Clock;
import java.util.List;
import org.apache.kafka.common.config.ConfigException;

/** Whether files may be imported at all, and whether there is anything to do: asked before anything is written. */
public final class ImportCheck {

    private final CsvMapping mapping;
    private final ImportOptions options;
    private final Clock clock;

    public ImportCheck(CsvMapping mapping, ImportOptions options, Clock clock) {
        this.mapping = mapping;
        this.options = options;
        this.clock = clock;
    }

    /** Refuses what cannot be imported; tells the listener how files will be read. */
    public void check(List<CsvSource> sources, ImportMemory memory, ImportListener listener) {
        var state = memory.state();
        if (options.completeBefore() != null) {
            options.completeBefore().check(mapping.zone(), clock);
        }
        if (options.replace()) {
            Replacement.by(mapping, options.reading(), sources, state).check();
        } else {
            checkGoingOn(sources, state);
        }
        for (var source : sources) {
            checkFile(source, listener);
        }
    }

    /** Whether anything of it is news; if not, an import skips all files and writes nothing. */
    public boolean isNeeded(List<CsvSource> sources, ImportMemory memory) {
        var known = new KnownFiles(mapping, options, memory);
        return options.completeBefore() != null || !sources.stream().allMatch(known::isKnown);
    }

    private void checkGoingOn(List<CsvSource> sources, SourceState state) {
        if (state.replacing()) {
            throw new ConfigException("an import with --replace was begun and did not come to its end: what it replaces"
                    + " is neither there nor gone. Run it again, with --replace. Nothing was written.");
        }
        for (var source : sources) {
            var table = tableOf(source);
            var changed = state.rekeyed(table);
            if (!changed.isEmpty()) {
                throw new ConfigException(source.name() + ": the mapping says otherwise than before which lines of "
                        + table.table() + " become records of " + String.join(" and ", changed)
                        + ", and under which keys: what was imported before would stay beside it. Import all files"
                        + " anew, with --replace, or give the mapping back its key and where. Nothing was written.");
            }
        }
    }

    private void checkFile(CsvSource source, ImportListener listener) {
        if (options.writesRejects()) {
            RejectFile.check(source);
        }
        if (source.path() != null) {
            try (var file = CsvFile.open(source, tableOf(source), options.reading())) {
                file.found().forEach(listener::say);
            }
        }
    }

    private CsvTable tableOf(CsvSource source) {
        return mapping.tableOf(source.name(), options.reading().as());
    }
}
