package dev.vigia.connect.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.RowChange;
import dev.vigia.connect.row.RowChange.Operation;
import dev.vigia.connect.row.TableShape;
import dev.vigia.schema.DeleteReason;
import dev.vigia.schema.Phase;
import dev.vigia.schemas.Topics;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssemblerTest {

    private static final Rule NEWEST = new TestRule(
            "newest",
            Topics.PRODUCTS,
            Company.PARTNER.table(),
            Company.PARTNERS.lookups().subList(1, 2),
            "id",
            (row, found) -> TestRule.mapped(String.valueOf(row.get("id")), found.by("newest")));

    private final FakeKafka kafka = new FakeKafka(new Random(1), Integer.MAX_VALUE);
    private final List<Output> said = new ArrayList<>();
    private final Assembler assembler = new Assembler(Company.RULES, Company.SHAPES, new TreeStore(), kafka);

    @BeforeEach
    void showOneLineWithAllItNeeds() {
        assembler.begin(1);
        read(Company.LINE, 1, 1, "code", "text");
        read(Company.ORDER, 1, 1, "sale", 1);
        read(Company.PARTNER, 1, 1, "Ana");
        read(Company.REGION, 1, "SP");
    }

    @Test
    void shouldSayNothingBeforeTheSnapshotIsDone() {
        // Given a line that came before what it looks up
        assertThat(said).isEmpty();
        // When
        assembler.snapshotDone(said::add);
        // Then
        assertThat(said).hasSize(3).allMatch(Output.Upsert.class::isInstance);
    }

    @Test
    void shouldWaitForTheEndOfTheTransaction() {
        // Given
        live();
        // When
        change(Company.LINE, 2, 1, "other", "text");
        change(Company.ORDER, 2, 1, "sale", 1);
        // Then
        assertThat(said).isEmpty();
        assembler.endOfTransaction(said::add);
        assertThat(keys()).contains("other");
    }

    @Test
    void shouldReachTheLineThroughThreeHops() {
        // Given
        live();
        // When
        change(Company.REGION, 1, "RJ");
        assembler.endOfTransaction(said::add);
        // Then
        assertThat(keys()).contains("code");
    }

    @Test
    void shouldSayNothingWhenNothingChanged() {
        // Given
        live();
        // When
        change(Company.REGION, 1, "SP");
        change(Company.ORDER, 1, 1, "sale", 1);
        assembler.endOfTransaction(said::add);
        // Then
        assertThat(said).isEmpty();
    }

    @Test
    void shouldWithdrawWhatALookedUpRowNowFilters() {
        // Given
        live();
        // When
        change(Company.ORDER, 1, 1, "draft", 1);
        assembler.endOfTransaction(said::add);
        // Then
        assertThat(said)
                .filteredOn(Output.Delete.class::isInstance)
                .extracting(output -> ((Output.Delete) output).reason())
                .containsExactly(DeleteReason.FILTERED);
    }

    @Test
    void shouldRefuseOnceWhenALookedUpRowCannotBeMapped() {
        // Given
        live();
        // When
        change(Company.ORDER, 1, 1, "odd", 1);
        assembler.endOfTransaction(said::add);
        change(Company.ORDER, 1, 1, "odd", 2);
        assembler.endOfTransaction(said::add);
        // Then
        assertThat(said).filteredOn(Output.Refused.class::isInstance).hasSize(1);
    }

    @Test
    void shouldReadOnlyTheNewestOfManyRows() {
        // Given
        var store = new CountingStore();
        try (var counted = new Assembler(List.of(NEWEST), Company.SHAPES, store, kafka)) {
            counted.begin(1);
            counted.accept(changeOf(Company.PARTNER, 1, 1, "Ana"), said::add);
            for (int order = 0; order < 1_000; order++) {
                counted.accept(changeOf(Company.ORDER, order, 1, "sale", order), said::add);
            }
            counted.snapshotDone(said::add);
            int before = store.reads;
            // When
            counted.accept(changeOf(Company.ORDER, 1_000, 1, "sale", 1_000), said::add);
            counted.endOfTransaction(said::add);
            counted.accept(
                    new RowChange(
                            Company.ORDER.table(), Operation.DELETE, row(Company.ORDER, 1_000, 1, "sale", 1_000), null),
                    said::add);
            counted.endOfTransaction(said::add);
            // Then
            assertThat(store.reads - before).isLessThan(20);
        }
        assertThat(said).hasSize(3);
        assertThat(said.get(1).toString()).contains("1000");
        assertThat(((Output.Upsert) said.get(2)).value()).isEqualTo(((Output.Upsert) said.get(0)).value());
    }

    @Test
    void shouldRefuseATableWithoutPrimaryKey() {
        // Given
        var shapes = new HashMap<>(Company.SHAPES);
        shapes.put(Company.ORDER.table(), new TableShape(Company.ORDER.table(), Company.ORDER.columns(), List.of()));
        // When
        assertThatThrownBy(() -> new Assembler(Company.RULES, shapes, new TreeStore(), kafka))
                // Then
                .hasMessageContaining("table erp.orders has no primary key")
                .hasMessageContaining("[lines, partners]");
    }

    @Test
    void shouldRefuseToGoOnWhereNothingIsKept() {
        try (var other = new Assembler(Company.RULES, Company.SHAPES, new TreeStore(), kafka)) {
            assertThatThrownBy(() -> other.resume(1, Phase.LIVE)).hasMessageContaining("begin a new epoch");
        }
    }

    @Test
    void shouldRefuseToGoOnWithOtherLookups() {
        // Given
        live();
        var fewer = Company.RULES.subList(0, 1);
        try (var other = new Assembler(fewer, Company.SHAPES, new TreeStore(), kafka)) {
            restore(other);
            // When
            assertThatThrownBy(() -> other.resume(1, Phase.LIVE))
                    // Then
                    .hasMessageContaining("kept for other lookups");
        }
    }

    @Test
    void shouldNameTheColumnThatARowStoredBeforeDoesNotHave() {
        // Given
        live();
        var shapes = new HashMap<>(Company.SHAPES);
        var columns = new ArrayList<>(Company.REGION.columns());
        columns.add(Company.LINE.column("code"));
        shapes.put(Company.REGION.table(), new TableShape(Company.REGION.table(), columns, List.of("id")));
        // When
        try (var other = new Assembler(Company.RULES, shapes, new TreeStore(), kafka)) {
            restore(other);
            other.resume(1, Phase.LIVE);
            other.accept(changeOf(Company.LINE, 1, 1, "code", "now"), said::add);
            other.endOfTransaction(said::add);
            other.accept(changeOf(Company.PARTNER, 1, 1, "Bia"), said::add);
            other.snapshotDone(said::add);
        }
        // Then
        assertThat(said.toString()).contains("now").contains("SP").contains("missing-column");
    }

    private void live() {
        assembler.snapshotDone(output -> {});
        kafka.commit();
    }

    private void restore(Assembler into) {
        kafka.changelog.forEach(entry -> {
            var value = entry.value();
            into.restore(entry.key().array(), value == null ? null : value.array());
        });
    }

    private List<String> keys() {
        return said.stream()
                .filter(Output.Upsert.class::isInstance)
                .map(output -> ((Output.Upsert) output).key())
                .toList();
    }

    private void read(TableShape table, @Nullable Object... values) {
        assembler.accept(new RowChange(table.table(), Operation.READ, null, row(table, values)), said::add);
    }

    private void change(TableShape table, @Nullable Object... values) {
        assembler.accept(changeOf(table, values), said::add);
    }

    private static RowChange changeOf(TableShape table, @Nullable Object... values) {
        return new RowChange(table.table(), Operation.UPDATE, null, row(table, values));
    }

    private static Row row(TableShape table, @Nullable Object... values) {
        var exact = new @Nullable Object[values.length];
        for (int i = 0; i < values.length; i++) {
            exact[i] = values[i] instanceof Integer number ? BigDecimal.valueOf(number) : values[i];
        }
        return new Row(table, exact);
    }
}
