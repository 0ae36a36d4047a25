package dev.vigia.connect.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.connect.mapping.Mapping;
import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.mapping.Salt;
import dev.vigia.connect.postgres.CatalogTable;
import dev.vigia.connect.postgres.ReplicaIdentity;
import dev.vigia.connect.postgres.TableAccess;
import dev.vigia.connect.postgres.TableStorage;
import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.ColumnType;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AssembledTest {

    private static final TableId ITEM = TableId.parse("erp.item");
    private static final List<Column> COLUMNS = List.of(
            new Column("id", ColumnType.TEXT, "text"),
            new Column("code", ColumnType.TEXT, "text"),
            new Column("name", ColumnType.TEXT, "text"));

    @Test
    void shouldWorkRowByRowWhereAConstraintHoldsTheKeysApartAtAnyMoment() {
        assertThat(item(List.of("id"), List.of(Set.of("id"), Set.of("code"))).rules())
                .isEmpty();
        assertThat(item(List.of(), List.of(Set.of("code"))).rules()).isEmpty();
    }

    @Test
    void shouldAssembleWhereSeveralRowsMayHaveTheKeyAndAPrimaryKeyTellsThemApart() {
        // When
        var assembled = item(List.of("id"), List.of(Set.of("id")));
        // Then
        assertThat(assembled.rules()).extracting(Rule::name).containsExactly("product.item.v1");
        assertThat(assembled.problems()).isEmpty();
    }

    @Test
    void shouldRefuseRowsThatNothingTellsApart() {
        assertThat(item(List.of(), List.of()).problems())
                .singleElement()
                .asString()
                .contains("erp.item", "product.item.v1", "has no primary key", "ALTER TABLE \"erp\".\"item\" ADD");
        assertThat(item(List.of("id"), List.of()).problems())
                .singleElement()
                .asString()
                .contains("has a deferrable primary key", "Make it anew without DEFERRABLE");
    }

    private static Assembled item(List<String> primaryKey, List<Set<String>> keys) {
        var shape = new TableShape(ITEM, COLUMNS, primaryKey);
        var names = Set.of("id", "code", "name");
        var table = new CatalogTable(
                shape,
                new ReplicaIdentity(ReplicaIdentity.Kind.FULL, names),
                List.of(),
                keys,
                List.of(),
                new TableStorage(Set.of(), Set.of(), true, false, false, OptionalLong.empty()),
                new TableAccess(true, Set.of(), false));
        var mapping = Mapping.parse("acme.yaml", """
                source: acme
                timezone: UTC
                records:
                  - to: product.item.v1
                    from: erp.item
                    key: [code]
                    fields: { name: name }
                """);
        return Assembled.of(mapping.bind(Map.of(ITEM, shape), Salt.none()), Map.of(ITEM, table));
    }
}
