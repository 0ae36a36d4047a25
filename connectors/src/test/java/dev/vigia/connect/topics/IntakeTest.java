package dev.vigia.connect.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigia.connect.join.Assembler;
import dev.vigia.connect.join.Changelog;
import dev.vigia.connect.join.RocksStore;
import dev.vigia.connect.mapping.Mapping;
import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.mapping.Salt;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.ColumnType;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.RowChange;
import dev.vigia.connect.row.RowChange.Operation;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import dev.vigia.schema.ProductItem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {

    private static final String BY_CODE = """
            source: acme
            timezone: UTC
            records:
              - to: product.item.v1
                from: erp.item
                key: [code]
                fields: { name: name }
            """;

    private static final TableShape ITEM = new TableShape(
            TableId.parse("erp.item"),
            List.of(
                    new Column("id", ColumnType.TEXT, "text"),
                    new Column("code", ColumnType.TEXT, "text"),
                    new Column("name", ColumnType.TEXT, "text")),
            List.of("id"));

    private final Map<String, String> standing = new TreeMap<>();

    @TempDir
    private Path folder;

    @Test
    void shouldLoseNoRowWhenTwoRowsSwapTheirKeys() {
        // Given
        var intake = intake(Map.of(ITEM.table(), ITEM));
        try (var assembler = Objects.requireNonNull(intake.assembler())) {
            assembler.begin(1);
            change(intake, null, item("1", "A", "bolt"));
            change(intake, null, item("2", "B", "nut"));
            assembler.snapshotDone(this::take);
            // When
            change(intake, item("1", "A", "bolt"), item("1", "B", "bolt"));
            change(intake, item("2", "B", "nut"), item("2", "A", "nut"));
            assembler.endOfTransaction(this::take);
            // Then
            assertThat(standing).isEqualTo(Map.of("A", "nut", "B", "bolt"));
        }
    }

    @Test
    void shouldAskForANewEpochWhenATableWhoseRowsMayShareKeysIsMetLate() {
        // Given
        var intake = intake(Map.of());
        // When / Then
        assertThatThrownBy(() -> change(intake, null, item("1", "A", "bolt")))
                .isInstanceOf(TopicsRefusedException.class)
                .hasMessageContaining("product.item.v1")
                .hasMessageContaining("--new-epoch");
    }

    private Intake intake(Map<TableId, TableShape> shapes) {
        var plan = new MappedTopics(Mapping.parse("acme.yaml", BY_CODE), Salt.none());
        return new Intake(plan, shapes, this::assembler);
    }

    private Assembler assembler(List<Rule> rules, Map<TableId, TableShape> shapes) {
        return new Assembler(rules, shapes, RocksStore.open(folder.resolve("rows"), 8), new Changelog() {
            @Override
            public void keep(byte[] key, byte @Nullable [] value) {}

            @Override
            public void mayCommit() {}
        });
    }

    private void change(Intake intake, @Nullable Row before, Row after) {
        var operation = before == null ? Operation.READ : Operation.UPDATE;
        intake.accept(new RowChange(ITEM.table(), operation, before, after), ITEM, this::take);
    }

    private static Row item(String id, String code, String name) {
        return new Row(ITEM, new Object[] {id, code, name});
    }

    private void take(Output output) {
        if (output instanceof Output.Upsert upsert) {
            standing.put(upsert.key(), String.valueOf(((ProductItem) upsert.value()).getName()));
        } else if (output instanceof Output.Delete delete) {
            standing.remove(delete.key());
        }
    }
}
