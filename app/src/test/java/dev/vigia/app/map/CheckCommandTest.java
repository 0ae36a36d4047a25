package dev.vigia.app.map;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CheckCommandTest {

    @RegisterExtension
    static final MapCommands VIGIA = new MapCommands();

    private static final Path SHIPPED =
            Path.of(System.getProperty("basedir", "."), "..", "connectors/src/main/resources/mappings");

    @Test
    void shouldAgreeToTheCentWhenTheSimulatedCompanyIsChecked() throws Exception {
        // Given
        var database = VIGIA.company();
        // When
        for (var file : java.util.List.of("erp", "wms", "plant")) {
            var said = VIGIA.run(
                    "check",
                    "--jdbc",
                    database.url(),
                    "--mapping",
                    SHIPPED.resolve(file + ".yaml").toString(),
                    "--rows",
                    "2");
            System.out.println(said.out() + said.err());
        }
    }
}
