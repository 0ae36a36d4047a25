package dev.vigia.app.sim.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigia.app.sim.Column;
import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.RowChange.Kind;
import dev.vigia.app.sim.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FoldedChangesTest {

    private static final Table PARENT = table("parent");
    private static final Table CHILD = table("child");
    private static final List<Table> TABLES = List.of(PARENT, CHILD);

    @Test
    void shouldInsertTheLastValuesWhenANewRowIsUpdated() {
        // When
        var folded = fold(insert(PARENT, 1, "a"), update(PARENT, 1, "b"));
        // Then
        assertThat(folded.inserts(PARENT)).containsExactly(insert(PARENT, 1, "b"));
        assertThat(folded.ofExistingRows()).isEmpty();
    }

    @Test
    void shouldLeaveNothingWhenANewRowIsDeleted() {
        // When
        var folded = fold(insert(PARENT, 1, "a"), update(PARENT, 1, "b"), delete(PARENT, 1));
        // Then
        assertThat(folded.size()).isZero();
    }

    @Test
    void shouldOnlyDeleteWhenAnOldRowIsUpdatedAndDeleted() {
        // When
        var folded = fold(update(PARENT, 1, "b"), delete(PARENT, 1));
        // Then
        assertThat(folded.ofExistingRows()).containsExactly(delete(PARENT, 1));
    }

    @Test
    void shouldUpdateWhenAnOldRowIsDeletedAndComesBack() {
        // When
        var folded = fold(delete(PARENT, 1), insert(PARENT, 1, "again"));
        // Then
        assertThat(folded.ofExistingRows()).containsExactly(update(PARENT, 1, "again"));
    }

    @Test
    void shouldDeleteReferencingRowsFirstAndUpdateBeforeThat() {
        // When
        var folded = fold(delete(CHILD, 7), delete(PARENT, 1), update(CHILD, 8, "x"));
        // Then
        assertThat(folded.ofExistingRows()).containsExactly(update(CHILD, 8, "x"), delete(CHILD, 7), delete(PARENT, 1));
    }

    @Test
    void shouldNameTheRowWhenItIsInsertedTwice() {
        // When / Then
        assertThatThrownBy(() -> fold(insert(PARENT, 1, "a"), insert(PARENT, 1, "b")))
                .hasMessageContaining("parent: row [1] meets INSERT");
    }

    @Test
    void shouldNameTheTableWhenNoDepartmentListsIt() {
        // When / Then
        assertThatThrownBy(() -> fold(insert(table("stray"), 1, "a"))).hasMessageContaining("stray");
    }

    private static FoldedChanges fold(RowChange... changes) {
        return new FoldedChanges(TABLES, Stream.of(changes));
    }

    private static RowChange insert(Table table, int id, String text) {
        return change(table, Kind.INSERT, Map.of("id", id, "text", text));
    }

    private static RowChange update(Table table, int id, String text) {
        return change(table, Kind.UPDATE, Map.of("id", id, "text", text));
    }

    private static RowChange delete(Table table, int id) {
        return change(table, Kind.DELETE, Map.of("id", id));
    }

    private static RowChange change(Table table, Kind kind, Map<String, Object> values) {
        return new RowChange(Instant.EPOCH, table, kind, Map.copyOf(values));
    }

    private static Table table(String name) {
        return new Table(name, 1, List.of(new Column("id", Column.Type.INTEGER), new Column("text", Column.Type.TEXT)));
    }
}
