package dev.vigia.connect.csv;

import dev.vigia.connect.mapping.Refusal;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.write.Mark;
import dev.vigia.connect.write.Origin;
import dev.vigia.schema.CaptureProgress;
import dev.vigia.schemas.Position;
import dev.vigia.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;

/** Remembers what an import commits, as Kafka would; it can be made to break before a commit. */
class Remembered implements ImportTarget, Leftovers {

    /** A record as it stands. */
    record Standing(Topic topic, String key, SpecificRecord value, Position position) {}

    final Map<String, Standing> standing = new TreeMap<>();
    final Map<String, byte[]> kept = new HashMap<>();
    final List<Refusal> refusals = new ArrayList<>();
    final List<Origin> origins = new ArrayList<>();
    final List<Mark> marks = new ArrayList<>();
    final List<Integer> openWhenRead = new ArrayList<>();
    int writes;
    int deletes;
    int commitsLeft = Integer.MAX_VALUE;

    private final List<Runnable> open = new ArrayList<>();

    @Override
    public boolean write(Output output, Position position, Supplier<Origin> origin) {
        if (output instanceof Output.Upsert upsert) {
            var now = new Standing(upsert.topic(), upsert.key(), upsert.value(), position);
            open.add(() -> standing.merge(id(upsert.topic(), upsert.key()), now, Remembered::newer));
            writes++;
        } else if (output instanceof Output.Delete delete) {
            open.add(() -> standing.remove(id(delete.topic(), delete.key())));
            deletes++;
        }
        return true;
    }

    @Override
    public void refuse(Refusal refusal, Origin origin) {
        open.add(() -> refusals.add(refusal));
        open.add(() -> origins.add(origin));
    }

    @Override
    public void mark(Mark mark) {
        open.add(() -> marks.add(mark));
    }

    @Override
    public void progress(CaptureProgress progress) {}

    @Override
    public void keep(String key, byte[] value) {
        open.add(() -> kept.put(key, value));
    }

    @Override
    public void commit() {
        if (commitsLeft-- == 0) {
            throw new IllegalStateException("killed");
        }
        open.forEach(Runnable::run);
        open.clear();
    }

    Standing at(String id) {
        return Objects.requireNonNull(standing.get(id), id);
    }

    /** What was not committed is gone, as after a kill. */
    void restart() {
        open.clear();
        commitsLeft = Integer.MAX_VALUE;
    }

    @Override
    public void find(Topic topic, long epoch, BiConsumer<String, Class<? extends SpecificRecord>> found) {
        openWhenRead.add(open.size());
        List.copyOf(standing.values()).stream()
                .filter(record ->
                        record.topic().equals(topic) && record.position().epoch() < epoch)
                .forEach(record -> found.accept(record.key(), record.value().getClass()));
    }

    ImportMemory memory() {
        return new ImportMemory("report", kept);
    }

    static String text(Origin origin) {
        return origin.value() == null
                ? ""
                : StandardCharsets.UTF_8.decode(origin.value().duplicate()).toString();
    }

    private static String id(Topic topic, String key) {
        return topic.name() + " " + key;
    }

    private static Standing newer(Standing one, Standing other) {
        return one.position().compareTo(other.position()) > 0 ? one : other;
    }
}
