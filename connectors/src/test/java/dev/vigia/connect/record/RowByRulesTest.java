package dev.vigia.connect.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.connect.mapping.Mapping;
import dev.vigia.connect.mapping.Salt;
import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.ColumnType;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.RowChange;
import dev.vigia.connect.row.RowChange.Operation;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowByRulesTest {

    private static final String MAPPING = """
            source: shop
            timezone: UTC
            records:
              - to: sales.order.v1
                from: deal
                key: [id]
                where: kind = 'S'
                fields: { status: { value: state, map: { open: CONFIRMED, done: COMPLETED } } }
              - to: sales.order.v1
                from: deal
                key: [id]
                where: kind = 'W'
                fields: { status: { value: state, map: { open: CONFIRMED, done: COMPLETED } } }
            """;
    private static final TableId TABLE = TableId.parse("deal");
    private static final TableShape SHAPE = new TableShape(
            TABLE,
            List.of(
                    new Column("id", ColumnType.TEXT, "text"),
                    new Column("kind", ColumnType.TEXT, "text"),
                    new Column("state", ColumnType.TEXT, "text")),
            List.of("id"));

    private final RowByRules rules =
            new RowByRules(Mapping.parse("shop.yaml", MAPPING).bind(Map.of(TABLE, SHAPE), Salt.none()));

    @Test
    void shouldNotTakeBackWhatAnotherRuleSaysWhenTheRowIsUpdated() {
        assertThat(said(row("1", "S", "open"), row("1", "S", "done"))).containsExactly("upsert 1");
        assertThat(said(row("1", "W", "open"), row("1", "S", "open"))).containsExactly("upsert 1");
    }

    @Test
    void shouldLeaveWhatHoldsWhenAnotherRuleRefusesTheRow() {
        assertThat(said(row("1", "S", "open"), row("1", "S", "lost"))).containsExactly("refused 1");
    }

    @Test
    void shouldTakeBackWhatNoRuleSaysAnyMore() {
        assertThat(said(row("1", "S", "open"), row("1", "-", "open")))
                .isNotEmpty()
                .containsOnly("FILTERED 1");
        assertThat(said(row("1", "S", "open"), null)).isNotEmpty().containsOnly("DELETED 1");
    }

    @Test
    void shouldDeleteFirstWhenTheKeyOfARowChanges() {
        // When
        var said = said(row("1", "W", "open"), row("2", "S", "open"));
        // Then
        assertThat(said).endsWith("upsert 2").startsWith("REKEYED 1").doesNotContain("FILTERED 2");
        assertThat(said.subList(0, said.size() - 1)).containsOnly("REKEYED 1");
    }

    private List<String> said(@Nullable Row before, @Nullable Row after) {
        var said = new ArrayList<String>();
        var operation = after == null ? Operation.DELETE : Operation.UPDATE;
        rules.translate(new RowChange(TABLE, operation, before, after), output -> said.add(words(output)));
        return said;
    }

    private static String words(Output output) {
        if (output instanceof Output.Delete delete) {
            return delete.reason() + " " + delete.key();
        }
        return (output instanceof Output.Upsert ? "upsert " : "refused ") + output.key();
    }

    private static Row row(String id, String kind, String state) {
        return new Row(SHAPE, new Object[] {id, kind, state});
    }
}
