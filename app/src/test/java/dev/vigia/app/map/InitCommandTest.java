package dev.vigia.app.map;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vigia.app.sim.database.DatabaseAddress;
import dev.vigia.connect.mapping.Mapping;
import dev.vigia.connect.row.TableId;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitCommandTest {

    @RegisterExtension
    static final MapCommands VIGIA = new MapCommands();

    @TempDir
    private Path folder;

    @Test
    void shouldGuessTheMappingThatIsShippedWhenTheSimulatedCompanyIsAsked() throws Exception {
        // Given
        var company = VIGIA.company();
        var file = folder.resolve("guess.yaml");
        // When
        var said = VIGIA.run(
                "init", "--jdbc", company.url(), "--schema", "erp,wms,plant", "--source", "erp", "--out", "" + file);
        // Then
        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("10 tables mapped, 0 left as comments");
        assertThat(Files.readAllLines(file))
                .contains(
                        "    from: erp.sales_order",
                        "    key: [order_id]",
                        "      kind: { value: kind, map: { sale: SALE, return: RETURN } }",
                        "      soldAt: instant(ordered_at)",
                        "      customer: hash(customer_id)",
                        "    key: [order_id, line_no]",
                        "      revenue: amount",
                        "    # not mapped: posted_at, channel, returned_order_id, updated_at");
        var guessed = check(company, file);
        var shipped = check(company, MapCommands.SHIPPED.resolve("erp.yaml"));
        assertThat(guessed.at("/rules"))
                .allSatisfy(rule -> assertThat(rule.get("refused").asLong()).isZero());
        assertThat(guessed.at("/totals/cells").asLong())
                .isPositive()
                .isEqualTo(shipped.at("/totals/cells").asLong());
        assertThat(guessed.get("agrees").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"odoo", "sap-sd", "loja"})
    void shouldWriteAMappingThatCanBeCheckedWhenTheSchemaIsForeign(String system) throws Exception {
        // Given
        var database = VIGIA.of(system + ".sql", system + "-rows.sql");
        var file = folder.resolve("guess.yaml");
        // When
        VIGIA.run("init", "--jdbc", database.url(), "--out", "" + file);
        // Then
        var checked = check(database, file);
        assertThat(checked.at("/totals/cells").asLong()).isGreaterThanOrEqualTo(10);
        assertThat(checked.get("agrees").asBoolean()).isTrue();
    }

    @Test
    void shouldNeverMapWhatLooksPersonalWhenOrdersTellOfPeople() throws Exception {
        // Given
        var database = VIGIA.of("loja.sql", "loja-rows.sql");
        // When
        var said = VIGIA.run("init", "--jdbc", database.url());
        // Then
        var mapping = Mapping.parse("guess.yaml", said.out());
        var orders = TableId.parse("public.TB_PEDIDO");
        assertThat(said.out())
                .contains("# looks personal, never mapped: nome_contato")
                .doesNotContain("Maria");
        assertThat(mapping.columns(orders)).doesNotContain("nome_contato").contains("id_cliente");
        assertThat(mapping.hashedColumns(orders)).containsExactly("id_cliente");
        assertThat(mapping.tables()).doesNotContain(TableId.parse("public.TB_CLIENTE"));
    }

    @Test
    void shouldSayWhyWhenItIsNotSure() throws Exception {
        // Given
        var database = VIGIA.of("odoo.sql");
        // When
        var said = VIGIA.run("init", "--jdbc", database.url());
        // Then
        assertThat(said.out())
                .contains("  # Not sure of public.stock_quant: several rows of it may share the key")
                .contains("      # unit: product_uom   # a number, not a code")
                .contains("      # kind: \"'SALE'\"   # no column tells sales from returns");
    }

    @Test
    void shouldLeaveAFileAloneWhenItIsThereAndNobodyForcesIt() throws Exception {
        // Given
        var database = VIGIA.of("loja.sql");
        var file = Files.writeString(folder.resolve("mine.yaml"), "# mine");
        // When
        var refused = VIGIA.run("init", "--jdbc", database.url(), "--out", "" + file);
        var kept = Files.readString(file);
        var forced = VIGIA.run("init", "--jdbc", database.url(), "--out", "" + file, "--force");
        // Then
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("is there already", "--force", "Nothing was written.");
        assertThat(kept).isEqualTo("# mine");
        assertThat(forced.exit()).isZero();
        assertThat(file).content().contains("records:");
    }

    private static JsonNode check(DatabaseAddress database, Path mapping) throws Exception {
        var said = VIGIA.run("check", "--jdbc", database.url(), "--mapping", mapping.toString(), "--json");
        assertThat(said.exit()).as(said.err()).isZero();
        return new ObjectMapper().readTree(said.out());
    }
}
