package dev.vigia.app.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InitCommandTest {

    @RegisterExtension
    static final MapCommands VIGIA = new MapCommands();

    @Test
    void shouldMapWhatTheSimulatedCompanySellsWhenItIsAsked() throws Exception {
        // Given
        var database = VIGIA.company();
        // When
        var said = VIGIA.run("init", "--jdbc", database.url(), "--schema", "erp,wms,plant", "--source", "erp");
        // Then
        System.out.println(said.out());
        assertThat(said.exit()).isZero();
    }

    @Test
    void shouldX() throws Exception {
        for (var f : java.util.List.of("odoo", "sap-sd", "loja")) {
            var database = VIGIA.of(f + ".sql");
            var said = VIGIA.run("init", "--jdbc", database.url());
            System.out.println(said.out() + said.err());
        }
    }
}
