package dev.vigia.topology.demand.join;

import static dev.vigia.topology.demand.join.JoinBench.live;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.domain.Cell;
import dev.vigia.domain.Contribution;
import dev.vigia.domain.OrderHeader;
import dev.vigia.domain.OrderLine;
import dev.vigia.schemas.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The law of the join: whatever comes in whatever order, with whatever interruptions, totals are those of what stands. */
class OrderJoinerLawTest {

    private static final String ERP = "erp";
    private static final int RUNS = 60;
    private static final int STEPS = 400;
    private static final int ORDERS = 6;
    private static final int LINES = 60;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    /** What stands in the source. */
    private final Map<String, OrderHeader> headers = new HashMap<>();

    private final Map<String, OrderLine> lines = new HashMap<>();

    /** What has been sent, to be sent again. */
    private final List<Runnable> sent = new ArrayList<>();

    /** What stood when a source said how far it was, by that time, without the cells that have changed since. */
    private final Map<Instant, Map<Object, Cell>> vouched = new HashMap<>();

    private JoinBench bench = new JoinBench();
    private int heard;
    private long epoch = 1;
    private long offset;

    @Test
    void shouldAddUpToWhatStandsWhateverComes() {
        for (int run = 0; run < RUNS; run++) {
            // Given
            begin();
            for (int step = 0; step < STEPS; step++) {
                // When
                step();
                // Then
                assertThatWhatWasVouchedForIsThere();
            }
            mark();
            bench.workToTheEnd();
            // Then
            assertThat(bench.totals()).as("seed %s, run %s", seed, run).isEqualTo(standing());
            var newest = bench.passed().get(bench.passed().size() - 1);
            assertThat(newest.passed()).as("seed %s, run %s", seed, run).isEqualTo(live(epoch, offset));
        }
    }

    private void begin() {
        headers.clear();
        lines.clear();
        sent.clear();
        vouched.clear();
        bench = new JoinBench();
        heard = 0;
        epoch = 1;
        offset = 0;
    }

    private void step() {
        switch (random.nextInt(40)) {
            case 0 -> bench.restart();
            case 1, 2, 3 -> bench.work();
            case 4, 5 -> mark();
            case 6 -> snapshotAnew();
            case 7, 8, 9, 10 -> again();
            case 11, 12, 13, 14, 15, 16, 17, 18 -> change(anyOrder(), headerOrNull());
            default -> change(anyOrder(), Integer.toString(random.nextInt(LINES)), lineOrNull());
        }
    }

    /** Something comes twice. */
    private void again() {
        if (!sent.isEmpty()) {
            sent.get(random.nextInt(sent.size())).run();
        }
    }

    /** Rows go while nobody looks; then all that stand are shown, in any order, and may be interrupted once. */
    private void snapshotAnew() {
        headers.keySet().removeIf(gone -> random.nextInt(3) == 0);
        lines.keySet().removeIf(gone -> random.nextInt(3) == 0);
        vouched.clear();
        epoch++;
        if (random.nextInt(3) == 0) {
            show(random.nextInt(20));
            epoch++;
        }
        show(Integer.MAX_VALUE);
        mark();
    }

    private void mark() {
        var passed = live(epoch, ++offset);
        vouched.put(passed.at(), standing());
        bench.passed(ERP, passed);
    }

    private void assertThatWhatWasVouchedForIsThere() {
        var passed = bench.passed();
        for (; heard < passed.size(); heard++) {
            var then = vouched.get(passed.get(heard).passed().at());
            if (passed.get(heard).passed().live() && then != null) {
                assertThat(bench.totals()).as("seed %s", seed).containsAllEntriesOf(then);
            }
        }
    }

    private void show(int most) {
        var rows = new ArrayList<Runnable>();
        headers.forEach((order, header) -> rows.add(() -> send(order, header)));
        lines.forEach((key, line) -> rows.add(() -> send(order(key), line(key), line)));
        Collections.shuffle(rows, random);
        rows.stream().limit(most).forEach(Runnable::run);
    }

    private void change(String order, @Nullable OrderHeader header) {
        var before = standing();
        put(headers, order, header);
        forgetWhatChanged(before);
        send(order, header);
    }

    private void change(String order, String line, @Nullable OrderLine said) {
        var before = standing();
        put(lines, order + "|" + line, said);
        forgetWhatChanged(before);
        send(order, line, said);
    }

    private void forgetWhatChanged(Map<Object, Cell> before) {
        var now = standing();
        var changed = new HashSet<>(before.entrySet());
        changed.removeAll(now.entrySet());
        changed.forEach(cell -> vouched.values().forEach(then -> then.remove(cell.getKey())));
        now.keySet().stream()
                .filter(cell -> !before.containsKey(cell))
                .forEach(cell -> vouched.values().forEach(then -> then.remove(cell)));
    }

    private void send(String order, @Nullable OrderHeader header) {
        var position = next();
        send(() -> bench.order(ERP, order, position, header));
    }

    private void send(String order, String line, @Nullable OrderLine said) {
        var position = next();
        send(() -> bench.line(ERP, order, line, position, said));
    }

    private void send(Runnable event) {
        event.run();
        sent.add(event);
    }

    private Position next() {
        return new Position(epoch, ++offset, 0);
    }

    private Map<Object, Cell> standing() {
        var totals = new HashMap<Object, Cell>();
        lines.forEach((key, line) -> {
            var contribution = Contribution.of(headers.get(order(key)), line);
            if (contribution != null) {
                JoinBench.add(totals, contribution);
            }
        });
        return totals;
    }

    private String anyOrder() {
        return "o" + random.nextInt(ORDERS);
    }

    private @Nullable OrderHeader headerOrNull() {
        return random.nextInt(6) == 0 ? null : JoinBench.header(random.nextInt(3), "R" + random.nextInt(2));
    }

    private @Nullable OrderLine lineOrNull() {
        return random.nextInt(6) == 0 ? null : JoinBench.said("P-" + random.nextInt(3), random.nextInt(-2, 9));
    }

    private static <T> void put(Map<String, T> standing, String key, @Nullable T value) {
        if (value == null) {
            standing.remove(key);
        } else {
            standing.put(key, value);
        }
    }

    private static String order(String key) {
        return key.substring(0, key.indexOf('|'));
    }

    private static String line(String key) {
        return key.substring(key.indexOf('|') + 1);
    }
}
