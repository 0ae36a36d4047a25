package dev.vigia.app.sim.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vigia.app.sim.CompanySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachinePictureTest {

    private static final CompanySettings DEFAULT = CompanySettings.DEFAULT;

    @TempDir
    Path folder;

    @Test
    void shouldDrawADyingMachineIntoOneSmallPicture() throws IOException {
        // Given
        var file = folder.resolve("machine.png");
        // When
        MachinePicture.draw(new CompanySettings(42, 1, 30, 2, DEFAULT.start(), DEFAULT.zone()), file);
        // Then
        assertThat(Files.size(file)).isBetween(20_000L, 400_000L);
        assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(MachineCharts.WIDTH);
    }

    @Test
    void shouldSaySoWhenNoMachineDies() {
        // Given
        var noTime = new CompanySettings(42, 1, 0, 3, DEFAULT.start(), DEFAULT.zone());
        // Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MachinePicture.draw(noTime, folder.resolve("machine.png")))
                .withMessageContaining("take more weeks");
    }
}
