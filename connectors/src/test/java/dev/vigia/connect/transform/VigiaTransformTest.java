package dev.vigia.connect.transform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VigiaTransformTest {

    private static final String MAPPING = """
            source: acme
            timezone: America/Sao_Paulo
            records:
              - to: product.item.v1
                from: erp.item
                key: [code]
                fields: { name: name }
            """;

    private static final Schema KEY =
            SchemaBuilder.struct().field("id", Schema.INT64_SCHEMA).build();

    private static final Schema ROW = SchemaBuilder.struct()
            .optional()
            .field("id", Schema.INT64_SCHEMA)
            .field("code", Schema.STRING_SCHEMA)
            .field("name", Schema.STRING_SCHEMA)
            .build();

    private static final Schema SOURCE = SchemaBuilder.struct()
            .field("schema", Schema.STRING_SCHEMA)
            .field("table", Schema.STRING_SCHEMA)
            .field("snapshot", Schema.OPTIONAL_STRING_SCHEMA)
            .field("lsn", Schema.OPTIONAL_INT64_SCHEMA)
            .field("ts_ms", Schema.INT64_SCHEMA)
            .build();

    private static final Schema ENVELOPE = SchemaBuilder.struct()
            .name("acme.erp.item.Envelope")
            .field("before", ROW)
            .field("after", ROW)
            .field("source", SOURCE)
            .field("op", Schema.STRING_SCHEMA)
            .build();

    private final VigiaTransform<SourceRecord> transform = new VigiaTransform<>();
    private long lsn = 100;

    @TempDir
    private Path folder;

    @BeforeEach
    void configure() throws IOException {
        Files.writeString(folder.resolve("acme.yaml"), MAPPING);
        transform.configure(settings());
    }

    @AfterEach
    void close() {
        transform.close();
    }

    @Test
    void shouldMakeARecordOfARow() {
        // When
        var made = applied(event("c", null, row(7, "A", "bolt")));
        // Then
        assertThat(made.topic()).isEqualTo("x.product.item.v1");
        assertThat(made.kafkaPartition()).isEqualTo(0);
        assertThat(made.key()).isEqualTo("A");
        assertThat(text(made)).contains("bolt");
        assertThat(made.headers().lastWithName("vigia.position").value()).isEqualTo("3:101:1");
        assertThat(made.headers().lastWithName("vigia.kind")).isNull();
    }

    @Test
    void shouldSayADeleteAndLetItBeForgottenWhenTheTombstoneFollows() {
        // When
        var deleted = applied(event("d", row(7, "A", "bolt"), null));
        var forgotten = applied(record(KEY, key(7), null, null));
        // Then
        assertThat(deleted.headers().lastWithName("vigia.kind").value()).isEqualTo("deleted");
        assertThat(text(deleted)).contains("dev.vigia.schema.ProductItem");
        assertThat(forgotten.topic()).isEqualTo("x.product.item.v1");
        assertThat(forgotten.key()).isEqualTo("A");
        assertThat(forgotten.value()).isNull();
    }

    @Test
    void shouldDropATombstoneWhenItFollowsNoDeleteOfItsRow() {
        applied(event("d", row(7, "A", "bolt"), null));
        assertThat(transform.apply(record(KEY, key(8), null, null))).isNull();
    }

    @Test
    void shouldRefuseADeleteWhenTheLogDoesNotHoldWhatTheKeyNeeds() {
        // Given: without REPLICA IDENTITY FULL, empty texts stand for what is not known.
        applied(event("u", null, row(7, "A", "bolt")));
        // When
        var made = applied(event("d", row(7, "", ""), null));
        // Then
        assertThat(made.topic()).isEqualTo("x.dead.letter.v1");
        assertThat(text(made)).contains("missing-column");
    }

    @Test
    void shouldRefuseARowWhenItMovesToAnotherKey() {
        // When
        var made = applied(event("u", row(7, "A", "bolt"), row(7, "B", "bolt")));
        // Then
        assertThat(made.topic()).isEqualTo("x.dead.letter.v1");
        assertThat(text(made)).contains("\"moved\"");
    }

    @Test
    void shouldRefuseWhatNoBrokerWouldTake() {
        // When
        var made = applied(event("c", null, row(7, "A", "b".repeat(1_200_000))));
        // Then
        assertThat(made.topic()).isEqualTo("x.dead.letter.v1");
    }

    @Test
    void shouldRefuseWhatIsNoEventOfAKnownTable() {
        // When
        var truncated = applied(event("t", null, null));
        // Then
        assertThat(text(truncated)).contains("\"truncated\"");
    }

    @Test
    void shouldDropOrPassWhatIsNoChangeOfARow() {
        // Given
        var schema = SchemaBuilder.struct().field("ts_ms", Schema.INT64_SCHEMA).build();
        var heartbeat = record(KEY, key(1), schema, new Struct(schema).put("ts_ms", 5L));
        assertThat(transform.apply(heartbeat)).isNull();
        // When
        var settings = settings();
        settings.put("other.events", "pass");
        transform.configure(settings);
        // Then
        assertThat(text(applied(heartbeat))).isEqualTo("{\"ts_ms\":5}");
    }

    @Test
    void shouldNameTheRecordsThatThereAreWhenAnotherIsAskedFor() {
        var settings = settings();
        settings.put("record", "sales.line.v1");
        assertThatThrownBy(() -> transform.configure(settings))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("product.item.v1");
    }

    private Map<String, Object> settings() {
        return new HashMap<>(Map.of(
                "mapping",
                folder.resolve("acme.yaml").toString(),
                "topics.prefix",
                "x.",
                "epoch",
                "3",
                "value.serde.class",
                WrittenDown.class.getName()));
    }

    private SourceRecord applied(SourceRecord record) {
        return Objects.requireNonNull(transform.apply(record));
    }

    private SourceRecord event(String op, @Nullable Struct before, @Nullable Struct after) {
        var source = new Struct(SOURCE)
                .put("schema", "erp")
                .put("table", "item")
                .put("snapshot", "false")
                .put("lsn", ++lsn)
                .put("ts_ms", 1_000L);
        var envelope = new Struct(ENVELOPE)
                .put("before", before)
                .put("after", after)
                .put("source", source)
                .put("op", op);
        return record(KEY, key(7), ENVELOPE, envelope);
    }

    private static SourceRecord record(
            Schema keySchema, Struct key, @Nullable Schema valueSchema, @Nullable Struct value) {
        return new SourceRecord(Map.of(), Map.of(), "acme.erp.item", null, keySchema, key, valueSchema, value, 1_000L);
    }

    private static Struct key(long id) {
        return new Struct(KEY).put("id", id);
    }

    private static Struct row(long id, String code, String name) {
        return new Struct(ROW).put("id", id).put("code", code).put("name", name);
    }

    private static String text(SourceRecord record) {
        return new String((byte[]) record.value(), UTF_8);
    }
}
