package dev.vigia.app.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.app.SharedStack;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.write.CanonicalWriter;
import dev.vigia.connect.write.Mark;
import dev.vigia.connect.write.Origin;
import dev.vigia.connect.write.Retraction;
import dev.vigia.connect.write.WriterConfig;
import dev.vigia.connect.write.WriterMetrics;
import dev.vigia.schema.DeleteReason;
import dev.vigia.schema.Phase;
import dev.vigia.schema.SalesOrder;
import dev.vigia.schemas.Position;
import dev.vigia.schemas.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** Finding what a source wrote in older epochs, against a real broker and registry. */
class RetractionTest {

    private static final int KEYS = 40;
    private static final int CHANGES = 120;

    private final String topics = SharedStack.newTopics();
    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final Map<String, Class<? extends SpecificRecord>> older = new TreeMap<>();

    @Test
    void shouldFindExactlyWhatIsOlder() throws Exception {
        // Given
        write("another", 1, new TreeMap<>());
        write("erp", 1, older);
        write("erp", 2, older);
        // When
        write("erp", 3, new TreeMap<>(), older);
        // Then
        assertThat(older).as("seed %d", seed).isNotEmpty();
        assertThat(found(3, SharedStack.writer("erp", topics)))
                .as("seed %d", seed)
                .isEqualTo(older);
    }

    @Test
    void shouldReadEverythingOnceBeforeItTellsOfTheFirst() throws Exception {
        // Given
        write("erp", 1, older);
        write("erp", 2, new TreeMap<>(), older);
        var reader = ReadWatch.watched(SharedStack.writer("erp", topics), () -> {});
        var readBefore = new TreeSet<Integer>();
        // When
        new Retraction(reader).find(Topics.SALES_ORDERS, 2, (key, type) -> readBefore.add(ReadWatch.PLACES.size()));
        // Then
        assertThat(readBefore).as("seed %d", seed).containsExactly(ReadWatch.PLACES.size());
        assertThat(ReadWatch.PLACES).doesNotHaveDuplicates();
    }

    @Test
    void shouldSeeWhatWasCommittedBehindAnotherWritersOpenTransaction() throws Exception {
        // Given
        write("erp", 1, older);
        var another = OpenTransaction.in(SharedStack.writer("another", topics).name(Topics.SALES_ORDERS), 4);
        // When
        write("erp", 2, new TreeMap<>(), older);
        var reader = ReadWatch.watched(SharedStack.writer("erp", topics), another::end);
        // Then
        assertThat(found(2, reader)).as("seed %d", seed).isEqualTo(older);
    }

    @Test
    void shouldCommitWhatOneTopicLostBeforeTheNextIsRead() throws Exception {
        // Given
        write("erp", 1, older);
        var open = new AtomicBoolean();
        var openWhenRead = new AtomicBoolean();
        var gone = new ArrayList<String>();
        Consumer<Output.Delete> out = delete -> {
            open.set(true);
            gone.add(delete.key());
        };
        var reader = ReadWatch.watched(
                SharedStack.writer("erp", topics), () -> openWhenRead.compareAndSet(false, open.get()));
        // When
        new Retraction(reader).retract(List.of(Topics.SALES_ORDERS, Topics.SALES_LINES), 2, out, () -> open.set(false));
        // Then
        assertThat(gone).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(older.keySet());
        assertThat(openWhenRead).isFalse();
        assertThat(open).isFalse();
    }

    private static Map<String, Class<? extends SpecificRecord>> found(long epoch, WriterConfig config) {
        var found = new TreeMap<String, Class<? extends SpecificRecord>>();
        new Retraction(config)
                .find(
                        Topics.SALES_ORDERS,
                        epoch,
                        (key, type) -> assertThat(found.put(key, type)).isNull());
        return found;
    }

    private void write(String source, long epoch, Map<String, Class<? extends SpecificRecord>> now) throws Exception {
        write(source, epoch, now, new TreeMap<>());
    }

    /** Changes and deletes at random; what is there is added to one map, what was touched is taken from the other. */
    private void write(
            String source,
            long epoch,
            Map<String, Class<? extends SpecificRecord>> now,
            Map<String, Class<? extends SpecificRecord>> before)
            throws Exception {
        var metrics = new WriterMetrics(new SimpleMeterRegistry(), source);
        try (var writer = CanonicalWriter.open(SharedStack.writer(source, topics), metrics)) {
            writer.mark(new Mark(Phase.SNAPSHOT, Instant.EPOCH, new Position(epoch, 0, 0)));
            for (int change = 1; change <= CHANGES / epoch; change++) {
                var key = source + random.nextInt(KEYS * 3 / (int) (epoch + 1));
                boolean deletes = random.nextInt(4) == 0;
                writer.write(
                        deletes ? deleted(key) : order(key, source),
                        new Position(epoch, change, 0),
                        null,
                        Origin.of(key, null, ""));
                before.remove(key);
                if (deletes) {
                    now.remove(key);
                } else {
                    now.put(key, SalesOrder.class);
                }
            }
            writer.commit();
            writer.write(
                    order(source + "never", source),
                    new Position(epoch, CHANGES + 1, 0),
                    null,
                    Origin.of("", null, ""));
        }
    }

    private static Output deleted(String key) {
        return new Output.Delete(Topics.SALES_ORDERS, key, SalesOrder.class, DeleteReason.DELETED);
    }

    private static Output order(String key, String source) {
        var order = SalesOrder.newBuilder()
                .setOrderId(key)
                .setSoldAt(Instant.EPOCH)
                .setSource(source)
                .build();
        return new Output.Upsert(Topics.SALES_ORDERS, key, order);
    }
}
