package dev.vigia.app.write;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigia.app.SharedStack;
import dev.vigia.app.topics.TopicContents;
import dev.vigia.connect.mapping.Refusal;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.write.CanonicalWriter;
import dev.vigia.connect.write.Mark;
import dev.vigia.connect.write.Origin;
import dev.vigia.connect.write.StateTopic;
import dev.vigia.connect.write.WriterMetrics;
import dev.vigia.schema.DeadLetter;
import dev.vigia.schema.DeleteReason;
import dev.vigia.schema.Deleted;
import dev.vigia.schema.Phase;
import dev.vigia.schema.ProductItem;
import dev.vigia.schema.ProgressMarker;
import dev.vigia.schema.SalesOrder;
import dev.vigia.schemas.Position;
import dev.vigia.schemas.RecordKind;
import dev.vigia.schemas.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.junit.jupiter.api.Test;

/** The writer of a source against a real broker and registry. */
class CanonicalWriterTest {

    private static final Origin ORIGIN = Origin.of("erp.product 4711", null, "{}");
    private static final Instant MONDAY = Instant.parse("2026-06-29T03:00:00Z");

    private final String topics = SharedStack.newTopics();
    private final TopicContents contents = SharedStack.contents(topics);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final WriterMetrics metrics = new WriterMetrics(meters, "test");

    @Test
    void shouldShowRecordsOnlyOnceTheyAreCommitted() throws Exception {
        // Given
        try (var writer = open()) {
            writer.write(product("A", ""), new Position(1, 7, 0), null, ORIGIN);
            writer.commit();
            writer.write(product("B", ""), new Position(1, 8, 0), null, ORIGIN);
        }
        // When
        var seen = contents.all(Topics.PRODUCTS);
        // Then
        assertThat(seen).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo("A");
            assertThat(Position.of(record.headers())).isEqualTo(new Position(1, 7, 0));
        });
    }

    @Test
    void shouldFenceTheOlderWriterOfTheSameSource() throws Exception {
        try (var older = open()) {
            // Given
            older.write(product("A", ""), new Position(1, 1, 0), null, ORIGIN);
            // When
            try (var newer = open()) {
                newer.write(product("A", ""), new Position(1, 2, 0), null, ORIGIN);
                newer.commit();
                // Then
                assertThatThrownBy(older::commit).isInstanceOf(ProducerFencedException.class);
            }
        }
        assertThat(contents.all(Topics.PRODUCTS)).hasSize(1);
    }

    @Test
    void shouldTellEveryPartitionOfTheSalesTopicsAndKeepOrdersWithTheirKeys() throws Exception {
        // Given
        var position = new Position(3, 10, 0);
        // When
        try (var writer = open()) {
            writer.write(order("4711"), position, null, ORIGIN);
            writer.mark(new Mark(Phase.LIVE, MONDAY, position));
            writer.commit();
        }
        // Then
        for (var topic : CanonicalWriter.SALES) {
            var markers = contents.all(topic).stream()
                    .filter(record -> record.value() instanceof ProgressMarker)
                    .toList();
            assertThat(markers).hasSize(4).allSatisfy(record -> {
                var marker = (ProgressMarker) record.value();
                assertThat(record.key()).isEqualTo("~test/" + topic.name() + "/" + record.partition());
                assertThat(marker.getPartition()).isEqualTo(record.partition());
                assertThat(marker.getOf()).isEqualTo(4);
                assertThat(marker.getEpoch()).isEqualTo(3);
                assertThat(marker.getAt()).isEqualTo(MONDAY);
            });
        }
        var orders = contents.all(Topics.SALES_ORDERS).stream()
                .filter(record -> record.key().equals("4711"));
        assertThat(orders)
                .singleElement()
                .satisfies(
                        record -> assertThat(record.partition()).isEqualTo(Topics.SALES_ORDERS.partition("4711", 4)));
    }

    @Test
    void shouldWriteTheDeleteAndThenTheNull() throws Exception {
        // When
        try (var writer = open()) {
            var delete = new Output.Delete(Topics.PRODUCTS, "A", ProductItem.class, DeleteReason.DELETED);
            writer.write(delete, new Position(1, 9, 2), MONDAY, ORIGIN);
            writer.commit();
        }
        // Then
        var seen = contents.all(Topics.PRODUCTS);
        assertThat(seen)
                .hasSize(2)
                .allSatisfy(record -> assertThat(Position.of(record.headers())).isEqualTo(new Position(1, 9, 2)));
        var deleted = (Deleted) seen.get(0).value();
        assertThat(deleted.getRecordType()).isEqualTo("dev.vigia.schema.ProductItem");
        assertThat(deleted.getDeletedAt()).isEqualTo(MONDAY);
        assertThat(seen.get(0).headers().lastHeader(RecordKind.HEADER).value()).isEqualTo("deleted".getBytes(UTF_8));
        assertThat(seen.get(1).value()).isNull();
    }

    @Test
    void shouldMakeADeadLetterOfARecordThatKafkaDoesNotTakeAndGoOn() throws Exception {
        // When
        try (var writer = open()) {
            writer.write(product("A", "x".repeat(2_000_000)), new Position(1, 1, 0), null, ORIGIN);
            writer.refuse(
                    new Refusal("unreadable", "not JSON", "plant"), Origin.of("plant/1", null, "y".repeat(9 << 20)));
            writer.write(product("B", ""), new Position(1, 2, 0), null, ORIGIN);
            writer.commit();
        }
        // Then
        assertThat(contents.newest(Topics.PRODUCTS)).containsOnlyKeys("B");
        var letters = contents.all(Topics.DEAD_LETTERS).stream()
                .map(record -> (DeadLetter) record.value())
                .toList();
        assertThat(letters).extracting(DeadLetter::getReason).containsExactly("too-large", "unreadable");
        assertThat(letters.get(1).getValue().remaining()).isEqualTo(8 << 20);
        assertThat(letters.get(1).getDetail()).contains("the first 8388608 are kept");
        assertThat(meters.get("vigia.intake.refused").counters()).hasSize(2);
    }

    @Test
    void shouldRefuseTopicsThatWereExpandedSinceTheyWereFirstWritten() throws Exception {
        // Given
        open().close();
        try (var admin = Admin.create(SharedStack.kafka())) {
            var lines = Topics.SALES_LINES.prefixed(topics).name();
            admin.createPartitions(Map.of(lines, NewPartitions.increaseTo(6)))
                    .all()
                    .get();
        }
        // When, Then
        assertThatThrownBy(this::open)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("has 6 partitions, and had 4")
                .hasMessageContaining("Nothing was written");
    }

    @Test
    void shouldFindWhatWasKeptBeforeTheEndOfTheTopic() throws Exception {
        // Given
        try (var writer = open()) {
            var state = SharedStack.writer("test", topics).stateTopic();
            IntStream.range(0, 10).forEach(i -> {
                writer.keep(state, "test".getBytes(UTF_8), ("state " + i).getBytes(UTF_8));
                writer.commit();
            });
            // When
            var newest = StateTopic.newest(SharedStack.writer("test", topics), state);
            // Then
            assertThat(new String(newest.get("test"), UTF_8)).isEqualTo("state 9");
        }
    }

    private CanonicalWriter open() throws InterruptedException {
        return CanonicalWriter.open(SharedStack.writer("test", topics), metrics);
    }

    private static Output product(String sku, String name) {
        var item = ProductItem.newBuilder().setProduct(sku).setName(name).build();
        return new Output.Upsert(Topics.PRODUCTS, sku, item);
    }

    private static Output order(String id) {
        return new Output.Upsert(
                Topics.SALES_ORDERS, id, SalesOrder.newBuilder().setOrderId(id).build());
    }
}
