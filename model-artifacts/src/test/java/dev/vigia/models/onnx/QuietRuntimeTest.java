package dev.vigia.models.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.models.demand.TinyModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ONNX Runtime keeps to itself: it tells nobody of us, and does not fall over how we were started. */
class QuietRuntimeTest {

    /** As long as a class path of some hundred jars. */
    private static final String LONG = "-Dpadding=" + "/opt/vigia/lib/some-library-1.0.0.jar:".repeat(1_000);

    @TempDir
    private Path folder;

    @Test
    void shouldLeaveNothingOutsideItsFolderAndStartUnderALongCommandLine() throws Exception {
        // Given
        var home = Files.createDirectory(folder.resolve("home"));
        var model = new TinyModel().write(folder.resolve("model"));
        // When
        var program = start(home, model);
        var said = new String(program.getInputStream().readAllBytes(), UTF_8);
        // Then
        assertThat(program.waitFor()).as(said).isZero();
        assertThat(said).contains("scores on cpu");
        try (var left = Files.walk(home)) {
            assertThat(left).containsExactly(home);
        }
    }

    /** In a program of its own: its first thread has a usual stack, and telemetry is silent where tests of others run. */
    private static Process start(Path home, Path model) throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                LONG,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                LoadsAModel.class.getName(),
                model.toString());
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        var environment = builder.environment();
        List.of("CI", "GITHUB_ACTIONS", "TF_BUILD", "ORT_DISABLE_TELEMETRY").forEach(environment::remove);
        List.of("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME").forEach(name -> environment.put(name, home.toString()));
        return builder.start();
    }
}
