package dev.vigia.models.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledModelsTest {

    @TempDir
    private Path root;

    @Test
    void shouldFindTheNewestInFullPrecisionWhenThereAreSeveral() throws IOException {
        // Given
        for (var version : List.of("1.2.0", "1.10.0", "1.10.0-fp16", "1.9.3")) {
            install("demand", version);
        }
        // When
        var newest = new InstalledModels(root).newest("demand");
        // Then
        assertThat(newest).contains(root.resolve("demand/1.10.0"));
    }

    @Test
    void shouldFindNothingWhenThereIsNoSuchFolder() {
        // Given
        var models = new InstalledModels(root.resolve("nowhere"));
        // When
        var folders = models.folders();
        // Then
        assertThat(folders).isEmpty();
        assertThat(models.newest("demand")).isEmpty();
    }

    @Test
    void shouldListModelsOfAllKindsAndNothingElse() throws IOException {
        // Given
        install("failure", "1.0.0");
        install("demand", "1.0.0");
        Files.createDirectories(root.resolve("demand/notes"));
        // When
        var folders = new InstalledModels(root).folders();
        // Then
        assertThat(folders).containsExactly(root.resolve("demand/1.0.0"), root.resolve("failure/1.0.0"));
    }

    private void install(String kind, String version) throws IOException {
        var folder = Files.createDirectories(root.resolve(kind).resolve(version));
        Files.createFile(folder.resolve("model.yaml"));
    }
}
