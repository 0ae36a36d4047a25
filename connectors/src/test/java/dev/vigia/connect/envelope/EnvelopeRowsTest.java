package dev.vigia.connect.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.ColumnType;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.RowChange.Operation;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EnvelopeRowsTest {

    private static final TableShape SHAPE = new TableShape(
            TableId.parse("erp.item"),
            List.of(
                    new Column("id", ColumnType.NUMBER, "bigint"),
                    new Column("name", ColumnType.TEXT, "text"),
                    new Column("stock", ColumnType.NUMBER, "integer")),
            List.of("id"));

    private static final Schema ROW = SchemaBuilder.struct()
            .optional()
            .field("id", Schema.INT64_SCHEMA)
            .field("name", Schema.STRING_SCHEMA)
            .field("stock", Schema.INT32_SCHEMA)
            .build();

    private static final Schema SOURCE = SchemaBuilder.struct()
            .field("schema", Schema.STRING_SCHEMA)
            .field("table", Schema.STRING_SCHEMA)
            .field("snapshot", Schema.OPTIONAL_STRING_SCHEMA)
            .field("lsn", Schema.OPTIONAL_INT64_SCHEMA)
            .field("txId", Schema.OPTIONAL_INT64_SCHEMA)
            .field("ts_ms", Schema.INT64_SCHEMA)
            .build();

    private static final Schema ENVELOPE = SchemaBuilder.struct()
            .field("before", ROW)
            .field("after", ROW)
            .field("source", SOURCE)
            .field("op", Schema.STRING_SCHEMA)
            .build();

    private final EnvelopeRows byKey = new EnvelopeRows(SHAPE, Set.of("id"));
    private final EnvelopeRows whole = new EnvelopeRows(SHAPE, Set.of("id", "name", "stock"));

    @Test
    void shouldTakeOnlyTheKeyFromBeforeWhenThatIsAllTheLogHolds() {
        // Given: Debezium fills what it does not know with an empty text and a zero.
        var delete = envelope("d", row(7, "", 0), null);
        // When
        var change = byKey.change(delete);
        // Then
        assertThat(change.operation()).isEqualTo(Operation.DELETE);
        assertThat(change.after()).isNull();
        assertThat(change.before())
                .isEqualTo(new Row(
                        new TableShape(SHAPE.table(), SHAPE.columns().subList(0, 1), List.of("id")),
                        new Object[] {new BigDecimal("7")}));
    }

    @Test
    void shouldReadBothImagesWhenTheReplicaIdentityIsFull() {
        // Given
        var update = envelope("u", row(7, "a", 1), row(7, "b", 2));
        // When
        var change = whole.change(update);
        // Then
        assertThat(change.before()).hasToString("erp.item[7, a, 1]");
        assertThat(change.after()).hasToString("erp.item[7, b, 2]");
    }

    @Test
    void shouldTakeAnUnchangedLargeValueFromBeforeOrRefuseTheRow() {
        // Given
        var update = envelope("u", row(7, "long", 1), row(7, EnvelopeRows.UNAVAILABLE, 2));
        // When, Then
        assertThat(whole.change(update).after()).hasToString("erp.item[7, long, 2]");
        assertThatThrownBy(() -> byKey.change(update))
                .isInstanceOf(UnavailableValueException.class)
                .hasMessageContaining("erp.item.name")
                .hasMessageContaining("ALTER TABLE \"erp\".\"item\" REPLICA IDENTITY FULL;")
                .hasMessageContaining("--new-epoch");
    }

    @Test
    void shouldReadWhereAnEventComesFrom() {
        // Given
        var insert = envelope("c", null, row(7, "a", 1));
        // When
        var source = EventSource.of(insert);
        // Then
        assertThat(source).isEqualTo(new EventSource(SHAPE.table(), false, 4711L, 12L, Instant.ofEpochMilli(1_000)));
    }

    private static Struct row(long id, String name, int stock) {
        return new Struct(ROW).put("id", id).put("name", name).put("stock", stock);
    }

    private static Struct envelope(String operation, @Nullable Struct before, @Nullable Struct after) {
        var source = new Struct(SOURCE)
                .put("schema", "erp")
                .put("table", "item")
                .put("snapshot", "false")
                .put("lsn", 4711L)
                .put("txId", 12L)
                .put("ts_ms", 1_000L);
        return new Struct(ENVELOPE)
                .put("before", before)
                .put("after", after)
                .put("source", source)
                .put("op", operation);
    }
}
