package dev.vigia.connect.join;

import dev.vigia.connect.record.Output;
import dev.vigia.schema.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Topics that are written in transactions, which are committed at random, and a writer that may die at any moment. */
final class FakeKafka implements Changelog {

    private final Random random;
    private final int oneInDies;
    private final List<Runnable> uncommitted = new ArrayList<>();

    final Map<String, Newest> records = new TreeMap<>();
    final List<Entry> changelog = new ArrayList<>();
    long epoch;
    Phase phase = Phase.UNKNOWN;
    int processed;

    FakeKafka(Random random, int oneInDies) {
        this.random = random;
        this.oneInDies = oneInDies;
    }

    @Override
    public void keep(byte[] key, byte @Nullable [] value) {
        write(() -> changelog.add(new Entry(Bytes.of(key), value == null ? null : Bytes.of(value))));
    }

    @Override
    public void mayCommit() {
        if (random.nextInt(4) == 0) {
            commit();
        }
    }

    void say(long at, Output output) {
        if (output instanceof Output.Upsert upsert) {
            write(() -> records.put(id(upsert.topic().name(), upsert.key()), new Newest(at, upsert.value())));
        } else if (output instanceof Output.Delete delete) {
            write(() -> records.put(id(delete.topic().name(), delete.key()), new Newest(at, null)));
        }
    }

    void reached(long at, Phase now) {
        write(() -> {
            epoch = at;
            phase = now;
        });
    }

    void processed(int transactions) {
        write(() -> processed = transactions);
    }

    void commit() {
        uncommitted.forEach(Runnable::run);
        uncommitted.clear();
    }

    /** What was not committed never was. */
    void die() {
        uncommitted.clear();
    }

    static String id(String topic, String key) {
        return topic + " " + key;
    }

    private void write(Runnable effect) {
        uncommitted.add(effect);
        if (random.nextInt(oneInDies) == 0) {
            throw new Death();
        }
    }

    /** The newest record of a key; its value is null where it says that there is none any more. */
    record Newest(long epoch, @Nullable SpecificRecord value) {}

    record Entry(Bytes key, @Nullable Bytes value) {}

    /** The end of the process. */
    static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
