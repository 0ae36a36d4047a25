package dev.vigia.models.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.models.Problem;
import dev.vigia.models.folder.InstalledModels;
import dev.vigia.models.onnx.ScoringSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The models that are shipped, as they lie in the repository. */
class ShippedModelsTest {

    private static final Path SHIPPED = Path.of("demand");

    @Test
    void shouldForecastWhatTheirAuthorSawWhenTheyAreShipped() {
        // Given
        var folders = new InstalledModels(SHIPPED).folders();
        assertThat(folders).isNotEmpty();
        for (var folder : folders) {
            // When
            var checked = ModelCheck.run(folder, ScoringSettings.onCpu(1));
            // Then
            assertThat(checked.problems().stream().map(Problem::toString))
                    .as("%s", folder)
                    .isEmpty();
            assertThat(checked.isGood()).isTrue();
        }
    }
}
