package dev.vigia.app.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigia.app.SharedStack;
import dev.vigia.app.topics.TopicContents;
import dev.vigia.connect.topics.TopicsCapture;
import dev.vigia.connect.topics.TopicsConfig;
import dev.vigia.connect.topics.TopicsRefusedException;
import dev.vigia.schema.CaptureProgress;
import dev.vigia.schema.DeadLetter;
import dev.vigia.schema.DeleteReason;
import dev.vigia.schema.Deleted;
import dev.vigia.schema.Phase;
import dev.vigia.schema.ProductItem;
import dev.vigia.schema.ProgressMarker;
import dev.vigia.schema.SalesLine;
import dev.vigia.schemas.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Change topics that already exist, read against a real broker and registry. */
@Timeout(60)
class TopicsCaptureTest {

    private static final String LINES = """
            source: acme
            timezone: America/Sao_Paulo
            types:
              erp.item: { id: number, name: text }
              erp.line: { id: number, order_id: number, item_id: number, quantity: number }
            records:
              - to: sales.line.v1
                from: erp.line
                key: [order_id, id]
                lookup:
                  item: { from: erp.item, on: { id: item_id } }
                fields: { product: item.name, quantity: quantity, revenue: "0", unit: "'EA'" }
            """;

    private final String prefix = SharedStack.newTopics();
    private final TopicContents contents = SharedStack.contents(prefix);
    private final ChangeEvents events = new ChangeEvents(prefix + "acme.");

    @TempDir
    private Path folder;

    @BeforeEach
    void createTopics() throws Exception {
        events.topics(2, "erp.item", "erp.line");
        events.takeSnapshot();
        events.snapshotRow("erp.item", 1, item(1, "bolt"), false);
        events.snapshotRow("erp.item", 2, item(2, "nut"), true);
        events.flush();
    }

    @AfterEach
    void closeEvents() {
        events.close();
    }

    @Test
    void shouldFollowTheTopicsAndTellWhatItRefused() throws Exception {
        // Given
        events.updated("erp.item", 1, item(1, "long bolt"));
        events.deleted("erp.item", 2);
        events.inserted("erp.item", 3, item(3, "hidden"));
        events.inserted("erp.item", 4, "{\"id\": 4, \"name\": 17}");
        events.nonsense("erp.item", "nonsense");
        events.flush();
        // When
        run(items(), () -> phases().contains(Phase.LIVE));
        // Then
        assertThat(names()).isEqualTo(Map.of("1", "long bolt"));
        assertThat(refusals()).containsExactlyInAnyOrder("wrong-type", "unreadable");
        assertThat(progress().getPhase()).isEqualTo(Phase.LIVE);
        assertThat(progress().getRowsRead()).isEqualTo(6);
        assertThat(progress().getRecordsWritten()).isEqualTo(4);
        assertThat(progress().getRowsRefused()).isEqualTo(2);
    }

    @Test
    void shouldTellOnlyTimesUpToWhichEverythingWasRead() throws Exception {
        // Given
        run(items(), () -> phases().contains(Phase.LIVE));
        // When
        events.updated("erp.item", 1, item(1, "long bolt"));
        events.flush();
        var before = newestMarker();
        run(items(), () -> newestMarker().isAfter(before));
        // Then
        assertThat(names()).containsEntry("1", "long bolt");
        assertThat(epochs()).containsOnly(1L);
    }

    @Test
    void shouldRetractWhatANewSnapshotDoesNotShow() throws Exception {
        // Given
        run(items(), () -> phases().contains(Phase.LIVE));
        events.takeSnapshot();
        events.snapshotRow("erp.item", 1, item(1, "bolt"), false);
        events.snapshotRow("erp.item", 5, item(5, "washer"), true);
        events.flush();
        // When
        run(items(), () -> contents.newest(Topics.PRODUCTS).values().stream().noneMatch(TopicsCaptureTest::isNut));
        // Then
        assertThat(names()).isEqualTo(Map.of("1", "bolt", "5", "washer"));
        assertThat(contents.all(Topics.PRODUCTS))
                .anyMatch(record -> record.value() instanceof Deleted deleted
                        && record.key().equals("2")
                        && deleted.getReason() == DeleteReason.RETRACTED);
    }

    @Test
    void shouldStopWhenATableIsTruncatedAndGoOnInANewEpoch() throws Exception {
        // Given
        run(items(), () -> phases().contains(Phase.LIVE));
        events.truncated("erp.item");
        events.flush();
        assertThatThrownBy(() -> run(items(), () -> false))
                .isInstanceOf(TopicsRefusedException.class)
                .hasMessageContaining("--new-epoch");
        assertThatThrownBy(() -> run(items(), () -> false)).isInstanceOf(TopicsRefusedException.class);
        assertThat(progress().getAlarm()).contains("--new-epoch");
        // When
        events.takeSnapshot();
        events.snapshotRow("erp.item", 7, item(7, "rivet"), true);
        events.flush();
        run(TopicsProgram.anew(items()), () -> names().equals(Map.of("7", "rivet")));
        // Then
        assertThat(names()).isEqualTo(Map.of("7", "rivet"));
    }

    @Test
    void shouldGoOnWithANewEpochWhenTheRunThatBeganItReadNothing() throws Exception {
        // Given
        TopicsProgram.open(items()).close();
        TopicsProgram.open(TopicsProgram.anew(items())).close();
        // When
        run(items(), () -> !markers().isEmpty());
        // Then
        assertThat(epochs()).containsOnly(2L);
    }

    @Test
    void shouldAssembleAgainWhenALookedUpRowChangesAlsoAfterARestart() throws Exception {
        // Given
        events.inserted("erp.line", 10, "{\"id\": 10, \"order_id\": 7, \"item_id\": 1, \"quantity\": 3}");
        events.flush();
        run(lines(), () -> products().equals(Map.of("7|10", "bolt")));
        // When
        events.updated("erp.item", 1, item(1, "long bolt"));
        events.flush();
        run(lines(), () -> products().equals(Map.of("7|10", "long bolt")));
        // Then
        assertThat(products()).containsOnly(Map.entry("7|10", "long bolt"));
    }

    @Test
    void shouldRefuseWhenTheMappingWasChanged() throws Exception {
        // Given
        run(items(), () -> phases().contains(Phase.LIVE));
        var other = TopicsProgram.MAPPING.replace("name: name", "name: upper(name)");
        // When, Then
        assertThatThrownBy(() -> run(config(other, "erp.item"), () -> false))
                .isInstanceOf(TopicsRefusedException.class)
                .hasMessageContaining("The mapping or its salt was changed");
    }

    private TopicsConfig items() {
        return config(TopicsProgram.MAPPING, "erp.item");
    }

    private TopicsConfig lines() {
        return config(LINES, "erp.item", "erp.line");
    }

    private TopicsConfig config(String mapping, String... tables) {
        return TopicsProgram.config(
                SharedStack.writer("acme", prefix), mapping, events.tables(tables), folder.resolve("rows"));
    }

    private static void run(TopicsConfig config, BooleanSupplier done) throws InterruptedException {
        try (TopicsCapture capture = TopicsProgram.open(config)) {
            capture.run(done);
        }
    }

    private static String item(long id, String name) {
        return "{\"id\":" + id + ",\"name\":\"" + name + "\"}";
    }

    private static boolean isNut(SpecificRecord value) {
        return value instanceof ProductItem item && item.getName().equals("nut");
    }

    private Map<String, String> names() {
        var names = new TreeMap<String, String>();
        contents.newest(Topics.PRODUCTS).forEach((key, value) -> {
            if (value instanceof ProductItem item) {
                names.put(key, item.getName());
            }
        });
        return names;
    }

    private Map<String, String> products() {
        var products = new TreeMap<String, String>();
        contents.newest(Topics.SALES_LINES).forEach((key, value) -> {
            if (value instanceof SalesLine line) {
                products.put(key, String.valueOf(line.getProduct()));
            }
        });
        return products;
    }

    private CaptureProgress progress() {
        return (CaptureProgress)
                List.copyOf(contents.newest(Topics.CAPTURE_PROGRESS).values()).get(0);
    }

    private List<String> refusals() {
        return contents.all(Topics.DEAD_LETTERS).stream()
                .map(record -> ((DeadLetter) record.value()).getReason())
                .toList();
    }

    private List<ProgressMarker> markers() {
        return contents.all(Topics.SALES_ORDERS).stream()
                .map(record -> (ProgressMarker) record.value())
                .toList();
    }

    private List<Phase> phases() {
        return markers().stream().map(ProgressMarker::getPhase).toList();
    }

    private List<Long> epochs() {
        return markers().stream().map(ProgressMarker::getEpoch).toList();
    }

    private Instant newestMarker() {
        return markers().stream()
                .map(ProgressMarker::getAt)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }
}
