package dev.vigia.app.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.app.SharedStack;
import dev.vigia.app.topics.TopicContents;
import dev.vigia.schema.Deleted;
import dev.vigia.schema.ProductItem;
import dev.vigia.schemas.Position;
import dev.vigia.schemas.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever reads change topics is killed with SIGKILL, again and again. */
@Timeout(120)
class TopicsCrashTest {

    private static final int EVENTS = 20_000;
    private static final int ROWS = 400;
    private static final int ROUNDS = 3;

    private final String prefix = SharedStack.newTopics();
    private final TopicContents contents = SharedStack.contents(prefix);
    private final TreeMap<String, String> fold = new TreeMap<>();

    @TempDir
    private Path folder;

    @Test
    void shouldWriteEveryChangeExactlyOnceWhenItIsKilledInTheMiddle() throws Exception {
        // Given
        long seed = new Random().nextLong();
        System.out.println("TopicsCrashTest seed " + seed);
        var random = new Random(seed);
        try (var events = new ChangeEvents(prefix + "acme.").topics(3, "erp.item")) {
            events.takeSnapshot();
            var topic = events.topic("erp.item");
            for (int round = 0; round < ROUNDS; round++) {
                write(events, random, EVENTS / ROUNDS);
                // When
                var program = start(topic);
                awaitGrowth(random.nextInt(3_000));
                program.destroyForcibly().waitFor();
            }
            var program = start(topic);
            awaitAll();
            program.destroyForcibly().waitFor();
        }
        // Then
        var seen = new HashSet<String>();
        for (var record : contents.all(Topics.PRODUCTS)) {
            if (record.value() != null) {
                assertThat(seen.add(record.key() + " " + Position.of(record.headers())))
                        .as("%s at %s, once", record.key(), Position.of(record.headers()))
                        .isTrue();
            }
        }
        assertThat(newest()).isEqualTo(fold);
    }

    private void write(ChangeEvents events, Random random, int count) {
        for (int i = 0; i < count; i++) {
            long id = random.nextInt(ROWS);
            var name = "n" + random.nextInt();
            var row = "{\"id\":" + id + ",\"name\":\"" + name + "\"}";
            var known = fold.get(Long.toString(id));
            if (known == null) {
                events.inserted("erp.item", id, row);
                fold.put(Long.toString(id), name);
            } else if (random.nextInt(10) == 0) {
                events.deleted("erp.item", id);
                fold.remove(Long.toString(id));
            } else {
                events.updated("erp.item", id, row);
                fold.put(Long.toString(id), name);
            }
        }
        events.flush();
    }

    private Process start(String topic) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var stack = SharedStack.addresses();
        var builder = new ProcessBuilder(
                java,
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                TopicsProgram.class.getName(),
                stack.kafka(),
                stack.registry(),
                prefix,
                topic,
                folder.toString());
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("program.log").toFile())
                .start();
    }

    /** Until so many more records are visible, or all that there is to come. */
    private void awaitGrowth(int records) throws InterruptedException {
        int before = contents.all(Topics.PRODUCTS).size();
        while (contents.all(Topics.PRODUCTS).size() < before + records && !newest().equals(fold)) {
            Thread.sleep(Duration.ofMillis(20).toMillis());
        }
    }

    private void awaitAll() throws InterruptedException {
        while (!newest().equals(fold)) {
            Thread.sleep(Duration.ofMillis(100).toMillis());
        }
    }

    private Map<String, String> newest() {
        var newest = new TreeMap<String, String>();
        contents.newest(Topics.PRODUCTS).forEach((key, value) -> name(key, value, newest));
        return newest;
    }

    private static void name(String key, SpecificRecord value, Map<String, String> into) {
        if (!(value instanceof Deleted)) {
            into.put(key, ((ProductItem) value).getName());
        }
    }
}
