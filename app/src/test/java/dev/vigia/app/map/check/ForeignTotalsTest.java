package dev.vigia.app.map.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.app.map.MapCommands;
import dev.vigia.app.sim.database.DatabaseAddress;
import dev.vigia.connect.mapping.Mapping;
import dev.vigia.connect.mapping.Salt;
import java.nio.file.Files;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped mappings make of systems that are not ours, beside SQL written by hand for the same question. */
class ForeignTotalsTest {

    @RegisterExtension
    static final MapCommands VIGIA = new MapCommands();

    @ParameterizedTest
    @ValueSource(strings = {"odoo", "sap-sd"})
    void shouldAddUpToWhatTheSystemItselfSaysWhenItsRowsAreAwkward(String system) throws Exception {
        // Given
        var database = VIGIA.of(system + ".sql", system + "-rows.sql");
        var mapping = mapping(system, text -> text);
        // When
        var checked = check(mapping, database);
        // Then
        var totals = checked.totals().orElseThrow();
        assertThat(totals.ours()).hasSizeGreaterThan(500);
        assertThat(totals.differences()).isEmpty();
        assertThat(Differences.between(totals.ours(), byHand(system, database))).isEmpty();
        assertThat(checked.rules())
                .allSatisfy(rule -> assertThat(rule.mapped() + rule.excluded() + rule.refused())
                        .isEqualTo(rule.read()))
                .anySatisfy(rule -> assertThat(rule.refused()).isPositive());
    }

    @Test
    void shouldNotAddUpWhenTheMappingForgetsTheUnitsOfMeasure() throws Exception {
        // Given
        var database = VIGIA.of("odoo.sql", "odoo-rows.sql");
        var wrong =
                mapping("odoo", text -> text.replace("product_uom_qty / uom.factor * base.factor", "product_uom_qty"));
        // When
        var totals = check(wrong, database).totals().orElseThrow();
        // Then
        assertThat(totals.differences()).isEmpty();
        assertThat(Differences.between(totals.ours(), byHand("odoo", database))).isNotEmpty();
    }

    private static Mapping mapping(String system, UnaryOperator<String> change) throws Exception {
        return Mapping.parse(
                system + ".yaml", change.apply(Files.readString(MapCommands.SHIPPED.resolve(system + ".yaml"))));
    }

    private static Checked check(Mapping mapping, DatabaseAddress database) throws Exception {
        try (var connection = database.connect()) {
            return new Check(mapping, connection, "test", Salt.none()).run(1);
        }
    }

    private static Map<WeekCell, WeekTotal> byHand(String system, DatabaseAddress database) throws Exception {
        try (var connection = database.connect()) {
            return SqlTotals.of(connection, MapCommands.text(system + "-expected.sql"));
        }
    }
}
