package dev.vigia.topology.demand.join;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vigia.domain.Passed;
import dev.vigia.topology.demand.state.LineRow;
import dev.vigia.topology.demand.state.LineRowFormat;
import dev.vigia.topology.demand.state.OrderRow;
import dev.vigia.topology.demand.state.OrderRowFormat;
import dev.vigia.topology.demand.state.PassedFormat;
import dev.vigia.topology.demand.state.StateKeys;
import dev.vigia.topology.demand.state.Sweep;
import dev.vigia.topology.demand.state.SweepFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** What the join keeps, by its kinds: orders, lines, orders whose lines are still to be told, and how far sources are. */
final class JoinStore {

    private static final char ORDER = 'O';
    private static final char LINE = 'L';
    private static final char WORK = 'W';
    private static final char HEARD = 'H';
    private static final char SENT = 'S';
    private static final char SWEEP = 'E';

    private static final String LINES_OF = "|";

    private final KeyValueStore<Bytes, byte[]> store;

    JoinStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** An entry that a scan came by. */
    record Entry<T>(String key, T value) {}

    @Nullable
    OrderRow order(String order) {
        var bytes = store.get(StateKeys.of(ORDER, order));
        return bytes == null ? null : OrderRowFormat.read(bytes);
    }

    void put(String order, OrderRow row) {
        store.put(StateKeys.of(ORDER, order), OrderRowFormat.write(row));
    }

    void deleteOrder(String order) {
        store.delete(StateKeys.of(ORDER, order));
    }

    @Nullable
    LineRow line(String key) {
        var bytes = store.get(StateKeys.of(LINE, key));
        return bytes == null ? null : LineRowFormat.read(bytes);
    }

    void put(String key, LineRow row) {
        store.put(StateKeys.of(LINE, key), LineRowFormat.write(row));
    }

    void deleteLine(String key) {
        store.delete(StateKeys.of(LINE, key));
    }

    /** Lines of an order, from a key on, at most so many. */
    List<Entry<LineRow>> linesOf(String order, String from, int most) {
        var begin = StateKeys.of(LINE, from.isEmpty() ? order + LINES_OF : from);
        var end = StateKeys.endOf(StateKeys.of(LINE, order + LINES_OF));
        return scan(begin, end, most, LineRowFormat::read);
    }

    /** Orders of all sources, from a key on. */
    List<Entry<OrderRow>> orders(String from, int most) {
        return scan(StateKeys.of(ORDER, from), endOf(ORDER), most, OrderRowFormat::read);
    }

    /** Lines of all sources, from a key on. */
    List<Entry<LineRow>> lines(String from, int most) {
        return scan(StateKeys.of(LINE, from), endOf(LINE), most, LineRowFormat::read);
    }

    /** That the lines of an order, from a key on, are still to be told. */
    void putWork(String order, String from) {
        store.put(StateKeys.of(WORK, order), from.getBytes(UTF_8));
    }

    void deleteWork(String order) {
        store.delete(StateKeys.of(WORK, order));
    }

    NavigableMap<String, String> work() {
        return all(WORK, bytes -> new String(bytes, UTF_8));
    }

    void putHeard(String input, Passed passed) {
        store.put(StateKeys.of(HEARD, input), PassedFormat.write(passed));
    }

    Map<String, Passed> heard() {
        return all(HEARD, PassedFormat::read);
    }

    void putSent(String source, Passed passed) {
        store.put(StateKeys.of(SENT, source), PassedFormat.write(passed));
    }

    Map<String, Passed> sent() {
        return all(SENT, PassedFormat::read);
    }

    void putSweep(String source, Sweep sweep) {
        store.put(StateKeys.of(SWEEP, source), SweepFormat.write(sweep));
    }

    Map<String, Sweep> sweeps() {
        return all(SWEEP, SweepFormat::read);
    }

    private <T> NavigableMap<String, T> all(char kind, Function<byte[], T> format) {
        var all = new TreeMap<String, T>();
        scan(StateKeys.of(kind, ""), endOf(kind), Integer.MAX_VALUE, format)
                .forEach(entry -> all.put(entry.key(), entry.value()));
        return all;
    }

    private <T> List<Entry<T>> scan(Bytes from, Bytes end, int most, Function<byte[], T> format) {
        var found = new ArrayList<Entry<T>>();
        try (var entries = store.range(from, end)) {
            while (found.size() < most && entries.hasNext()) {
                var entry = entries.next();
                found.add(new Entry<>(StateKeys.name(entry.key), format.apply(entry.value)));
            }
        }
        return found;
    }

    private static Bytes endOf(char kind) {
        return StateKeys.endOf(StateKeys.of(kind, ""));
    }
}
