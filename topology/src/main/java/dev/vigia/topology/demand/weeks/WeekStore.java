package dev.vigia.topology.demand.weeks;

import dev.vigia.domain.BusinessWeek;
import dev.vigia.domain.Cell;
import dev.vigia.domain.Passed;
import dev.vigia.domain.SeriesHistory;
import dev.vigia.domain.Upstream;
import dev.vigia.schemas.Keys;
import dev.vigia.topology.demand.state.CellFormat;
import dev.vigia.topology.demand.state.ClosingState;
import dev.vigia.topology.demand.state.ClosingStateFormat;
import dev.vigia.topology.demand.state.HistoryFormat;
import dev.vigia.topology.demand.state.OpenWeeks;
import dev.vigia.topology.demand.state.OpenWeeksFormat;
import dev.vigia.topology.demand.state.PassedFormat;
import dev.vigia.topology.demand.state.StateKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of weeks, by its kinds: open and late cells, histories, what is open of each series, upstreams, and how
 * far closing is. Series go by their keys.
 */
final class WeekStore {

    private static final char CELL = 'C';
    private static final char LATE = 'L';
    private static final char HISTORY = 'H';
    private static final char OPEN = 'O';
    private static final char UPSTREAM = 'U';
    private static final char CLOSING = 'K';

    private final KeyValueStore<Bytes, byte[]> store;

    WeekStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** A week of a series. */
    record Place(String series, BusinessWeek week) {

        private String key() {
            return Keys.of(series, Integer.toString(week.number()));
        }

        private static Place of(String key) {
            var parts = Keys.parts(key);
            return new Place(parts.get(0), new BusinessWeek(Integer.parseInt(parts.get(1))));
        }
    }

    Cell cell(Place place) {
        return cell(CELL, place);
    }

    void putCell(Place place, Cell cell) {
        put(CELL, place, cell);
    }

    /** What has come for a week that had closed. */
    Cell late(Place place) {
        return cell(LATE, place);
    }

    void putLate(Place place, Cell cell) {
        put(LATE, place, cell);
    }

    List<Place> allLate() {
        var all = new ArrayList<Place>();
        scan(LATE, entry -> all.add(Place.of(StateKeys.name(entry.key))));
        return all;
    }

    SeriesHistory history(String series) {
        var bytes = store.get(StateKeys.of(HISTORY, series));
        return bytes == null ? SeriesHistory.NONE : HistoryFormat.read(bytes);
    }

    void putHistory(String series, SeriesHistory history) {
        store.put(StateKeys.of(HISTORY, series), HistoryFormat.write(history));
    }

    @Nullable
    OpenWeeks open(String series) {
        var bytes = store.get(StateKeys.of(OPEN, series));
        return bytes == null ? null : OpenWeeksFormat.read(bytes);
    }

    /** Null: nothing is open of it, and it sleeps. */
    void putOpen(String series, @Nullable OpenWeeks open) {
        var key = StateKeys.of(OPEN, series);
        if (open == null) {
            store.delete(key);
        } else {
            store.put(key, OpenWeeksFormat.write(open));
        }
    }

    /** The series that have something open, from a key on, at most so many. */
    List<String> openSeries(String from, int most) {
        var found = new ArrayList<String>();
        try (var entries = store.range(StateKeys.of(OPEN, from), StateKeys.endOf(StateKeys.of(OPEN, "")))) {
            while (found.size() < most && entries.hasNext()) {
                found.add(StateKeys.name(entries.next().key));
            }
        }
        return found;
    }

    void putUpstream(Upstream upstream, Passed passed) {
        var key = Keys.of(upstream.source(), upstream.through(), Integer.toString(upstream.partition()));
        store.put(StateKeys.of(UPSTREAM, key), PassedFormat.write(passed));
    }

    Map<Upstream, Passed> upstreams() {
        var all = new HashMap<Upstream, Passed>();
        scan(UPSTREAM, entry -> {
            var parts = Keys.parts(StateKeys.name(entry.key));
            var upstream = new Upstream(parts.get(0), parts.get(1), Integer.parseInt(parts.get(2)));
            all.put(upstream, PassedFormat.read(entry.value));
        });
        return all;
    }

    /** Null before the first week closed. */
    @Nullable
    ClosingState closing() {
        var bytes = store.get(StateKeys.of(CLOSING, ""));
        return bytes == null ? null : ClosingStateFormat.read(bytes);
    }

    void putClosing(ClosingState closing) {
        store.put(StateKeys.of(CLOSING, ""), ClosingStateFormat.write(closing));
    }

    private Cell cell(char kind, Place place) {
        var bytes = store.get(StateKeys.of(kind, place.key()));
        return bytes == null ? Cell.EMPTY : CellFormat.read(bytes);
    }

    private void put(char kind, Place place, Cell cell) {
        var key = StateKeys.of(kind, place.key());
        if (cell.isEmpty()) {
            store.delete(key);
        } else {
            store.put(key, CellFormat.write(cell));
        }
    }

    private void scan(char kind, Consumer<KeyValue<Bytes, byte[]>> reader) {
        var begin = StateKeys.of(kind, "");
        try (var entries = store.range(begin, StateKeys.endOf(begin))) {
            entries.forEachRemaining(reader);
        }
    }
}
