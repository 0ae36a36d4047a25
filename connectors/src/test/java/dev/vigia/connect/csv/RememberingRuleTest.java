package dev.vigia.connect.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.connect.record.Output;
import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.ColumnType;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.RowChange;
import dev.vigia.connect.row.RowChange.Operation;
import dev.vigia.connect.row.TableShape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberingRuleTest {

    private static final List<String> HEADER = List.of("order", "line", "sold_on", "note", "seller");

    private final TableShape shape = new TableShape(
            SalesRule.TABLE,
            HEADER.stream()
                    .map(name -> new Column(name, ColumnType.TEXT, "text"))
                    .toList(),
            List.of());
    private final RememberingRule rule = new RememberingRule(new SalesRule(true), HEADER);

    @Test
    void shouldGiveTheVerySameRecordWhenNothingThatTheRuleReadsChanged() {
        // Given
        var first = made("P-1", "1", "", "Ana");
        // When
        var second = made("P-1", "1", "", "Rui");
        // Then
        assertThat(second).hasSize(1);
        assertThat(second.get(0)).isSameAs(first.get(0));
    }

    @Test
    void shouldMakeAnotherRecordWhenAColumnThatTheRuleReadsChanged() {
        // Given
        var first = made("P-1", "1", "", "Ana");
        // When
        var second = made("P-2", "1", "", "Ana");
        // Then
        assertThat(first).extracting(output -> ((Output.Upsert) output).key()).containsExactly("P-1");
        assertThat(second).extracting(output -> ((Output.Upsert) output).key()).containsExactly("P-2");
    }

    @Test
    void shouldAskTheRuleAgainWhenTheLineBeforeWasLeftOut() {
        // Given
        var first = made("P-1", "1", "quotation", "Ana");
        // When
        var second = made("P-1", "1", "quotation", "Ana");
        // Then
        assertThat(first).hasOnlyElementsOfType(Output.Delete.class);
        assertThat(second).hasOnlyElementsOfType(Output.Delete.class).hasSize(1);
    }

    private List<Output> made(String order, String line, String note, String seller) {
        var fields = new String[] {order, line, "", note, seller};
        var row = new Row(shape, new Object[] {order, line, null, note, seller});
        var outputs = new ArrayList<Output>();
        rule.translate(fields, new RowChange(SalesRule.TABLE, Operation.UPDATE, null, row), outputs::add);
        return outputs;
    }
}
