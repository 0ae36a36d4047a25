package dev.vigia.app.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.app.VigiaProgram;
import dev.vigia.app.VigiaProgram.Ran;
import dev.vigia.models.demand.BrokenModels;
import dev.vigia.models.demand.TinyModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelsCommandTest {

    @TempDir
    private Path folder;

    static List<String> broken() {
        return BrokenModels.names();
    }

    @Test
    void shouldTellTheLargestDeviationWhenAModelIsGood() throws IOException {
        // Given
        new TinyModel().write(folder);
        // When
        var ran = vigia("check", folder.toString(), "--device", "cpu");
        // Then
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.output())
                .contains("tiny 1.0.0 scores on cpu: model.device says so")
                .contains("3 golden windows, together and one by one; farthest value off by ")
                .contains(folder + " is good");
    }

    @ParameterizedTest
    @MethodSource("broken")
    void shouldTellWhatIsWrongAndExitWith1WhenAModelIsBroken(String wrong) throws IOException {
        // Given
        BrokenModels.of(wrong).write(folder);
        // When
        var ran = vigia("check", folder.toString());
        // Then
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.output().lines().findFirst().orElse("")).matches("(model.yaml:\\d+|model.onnx): .*");
        assertThat(ran.errors()).isEmpty();
    }

    @Test
    void shouldTellProgramsTheSameWhenTheyAskForJson() throws IOException {
        // Given
        BrokenModels.of("opset").write(folder);
        // When
        var ran = vigia("check", folder.toString(), "--json");
        // Then
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.output())
                .startsWith(
                        "{\"good\":false,\"problems\":[{\"file\":\"model.yaml\",\"line\":7,\"what\":\"opset is 18, and");
    }

    @Test
    void shouldListTheModelsOfAFolderWhenItIsGiven() throws IOException {
        // Given
        new TinyModel().write(folder.resolve("demand/1.0.0"));
        BrokenModels.of("manifest").write(folder.resolve("demand/1.1.0"));
        // When
        var ran = vigia("list", folder.toString());
        // Then
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.output())
                .containsPattern("demand +tiny +1\\.0\\.0 +fp32 +12 +" + folder + "/demand/1\\.0\\.0")
                .contains("unreadable: vigia models check " + folder + "/demand/1.1.0");
    }

    @Test
    void shouldTellInWordsAndFiguresWhatAModelPromises() throws IOException {
        // Given
        new TinyModel().write(folder);
        // When
        var ran = vigia("show", folder.toString());
        // Then
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.output())
                .contains("tiny 1.0.0 in " + folder)
                .contains("sees         104 weeks of units and revenue, at least 8 of them observed")
                .contains("regions      2: SP, RJ")
                .contains("measured on  none: mase 1.0, seasonalNaive 1.0, coverage80 0.8");
    }

    @Test
    void shouldNameTheOptionsWhenTheDeviceIsUnknown() throws IOException {
        // Given
        new TinyModel().write(folder);
        // When
        var ran = vigia("check", folder.toString(), "--device", "tpu");
        // Then
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.errors()).contains("model.device: \"tpu\" is not one of [auto, cpu, cuda]");
    }

    @Test
    void shouldTellWhatToGiveWhenThereIsNoSuchFolder() {
        // Given
        var nowhere = folder.resolve("nowhere").toString();
        // When
        var ran = vigia("check", nowhere);
        // Then
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.errors()).contains("There is no folder " + nowhere, "vigia models list");
    }

    private static Ran vigia(String... arguments) {
        var all = new ArrayList<>(List.of("models"));
        all.addAll(List.of(arguments));
        return VigiaProgram.run(all);
    }
}
