package dev.vigia.app.sim.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.app.sim.CompanySettings;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesPicturesTest {

    @Test
    void shouldDrawOnePictureWhenThereIsAHistory(@TempDir Path folder) throws IOException {
        // Given
        var usual = CompanySettings.DEFAULT;
        var settings = new CompanySettings(9, 18, 40, 0, usual.start(), usual.zone());
        var png = folder.resolve("series.png");
        // When
        SeriesPictures.draw(settings, png);
        // Then
        assertThat(png.toFile().length()).isBetween(20_000L, 300_000L);
        assertThat(ImageIO.read(png.toFile()).getWidth()).isEqualTo(1320);
    }
}
