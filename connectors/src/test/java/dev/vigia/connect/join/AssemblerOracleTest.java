package dev.vigia.connect.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.connect.join.FakeKafka.Death;
import dev.vigia.connect.mapping.Made;
import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.row.RowChange;
import dev.vigia.schema.Phase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens, and wherever the writer dies, the newest record of every key is what a plain join gives. */
class AssemblerOracleTest {

    private static final int SEEDS = Integer.getInteger("vigia.seeds", 60);
    private static final int STEPS = 30;

    static List<Long> seeds() {
        var one = Long.getLong("vigia.seed");
        return one == null ? new Random().longs(SEEDS).boxed().toList() : List.of(one);
    }

    private final List<List<RowChange>> log = new ArrayList<>();

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldEqualThePlainJoinWhateverHappens(long seed) {
        // Given
        var random = new Random(seed);
        var run = new Run(seed, random);
        run.books.transaction(60);
        run.snapshot();
        run.check();
        // When
        for (int step = 0; step < STEPS; step++) {
            if (random.nextInt(12) == 0) {
                run.books.transaction(10); // These are never told: the source has lost them.
                run.snapshot();
            } else {
                log.add(run.books.transaction(random.nextInt(5) == 0 ? 40 : 5));
                run.follow();
            }
            // Then
            run.check();
        }
    }

    /** One source, its capture, and what it wrote. */
    private final class Run {

        final long seed;
        final Books books;
        final FakeKafka kafka;
        final int waiting;
        TreeStore store = new TreeStore();
        Assembler assembler;
        long epoch;
        Consumer<Output> out = output -> {};

        Run(long seed, Random random) {
            this.seed = seed;
            this.books = new Books(random);
            this.kafka = new FakeKafka(random, random.nextBoolean() ? 400 : 60);
            this.waiting = 1 + random.nextInt(40);
            this.assembler = assembler(store);
        }

        /** Delivers what was not processed, from the start again wherever the writer died. */
        void follow() {
            while (kafka.processed < log.size()) {
                try {
                    for (int next = kafka.processed; next < log.size(); next++) {
                        log.get(next).forEach(this::accept);
                        assembler.endOfTransaction(out);
                        kafka.processed(next + 1);
                    }
                    kafka.commit();
                } catch (Death e) {
                    restart();
                    assembler.resume(kafka.epoch, kafka.phase);
                }
            }
        }

        /** Shows all rows in a new epoch, and in another one wherever the writer died. */
        void snapshot() {
            long wanted = kafka.epoch + 1;
            while (kafka.epoch < wanted || kafka.phase != Phase.LIVE) {
                try {
                    if (kafka.epoch < wanted || kafka.processed < log.size()) {
                        begin(kafka.epoch + 1);
                    }
                    assembler.snapshotDone(out);
                    kafka.reached(epoch, Phase.LIVE);
                    kafka.commit();
                } catch (Death e) {
                    restart();
                    if (kafka.epoch >= wanted && kafka.processed == log.size()) {
                        assembler.resume(kafka.epoch, kafka.phase);
                    }
                }
            }
        }

        private void accept(RowChange change) {
            assembler.accept(change, out);
            kafka.mayCommit();
        }

        private void begin(long next) {
            use(next);
            kafka.processed(-1);
            kafka.reached(next, Phase.SNAPSHOT);
            assembler.begin(next);
            books.snapshot().forEach(this::accept);
            kafka.processed(log.size());
        }

        private void use(long now) {
            epoch = now;
            out = output -> kafka.say(now, output);
        }

        private void restart() {
            kafka.die();
            store = new TreeStore();
            assembler = assembler(store);
            restore(assembler);
            use(kafka.epoch);
        }

        void restore(Assembler into) {
            kafka.changelog.forEach(entry -> {
                var value = entry.value();
                into.restore(entry.key().array(), value == null ? null : value.array());
            });
        }

        Assembler assembler(Store into) {
            return new Assembler(Company.RULES, Company.SHAPES, into, kafka, waiting);
        }

        void check() {
            checkRecords();
            checkState();
        }

        /** What is stored is what would be restored: nothing is forgotten, and nothing left over. */
        private void checkState() {
            var fresh = new TreeStore();
            var restored = assembler(fresh);
            restore(restored);
            restored.resume(kafka.epoch, kafka.phase);
            assertThat(store.text()).as("seed %d", seed).isEqualTo(fresh.text());
        }

        private void checkRecords() {
            var expected = new TreeMap<String, Set<SpecificRecord>>();
            var held = new HashSet<String>();
            Company.RULES.forEach(rule -> books.made(rule).forEach(made -> expect(rule, made, expected, held)));
            var keys = new TreeSet<>(expected.keySet());
            keys.addAll(kafka.records.keySet());
            keys.removeAll(held); // Where a row is refused, what was before still holds, if anything was.
            keys.forEach(key -> check(key, expected));
        }

        private void expect(Rule rule, Made made, Map<String, Set<SpecificRecord>> expected, Set<String> held) {
            var topic = rule.topic().name();
            if (made instanceof Made.Mapped mapped) {
                expected.computeIfAbsent(FakeKafka.id(topic, mapped.key()), any -> new HashSet<>())
                        .add(mapped.value());
            } else if (made instanceof Made.Refused refused) {
                held.add(FakeKafka.id(topic, String.valueOf(refused.key())));
            }
        }

        private void check(String key, Map<String, Set<SpecificRecord>> expected) {
            var newest = kafka.records.get(key);
            if (expected.containsKey(key)) {
                assertThat(newest == null ? null : newest.value())
                        .as("seed %d %s", seed, key)
                        .isIn(expected.get(key));
                assertThat(newest == null ? 0 : newest.epoch())
                        .as("seed %d %s", seed, key)
                        .isEqualTo(kafka.epoch);
            } else if (newest != null) {
                assertThat(newest.value()).as("seed %d %s", seed, key).isNull();
            }
        }
    }
}
