package dev.vigia.app.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    @TempDir
    private Path temp;

    private Process process;

    @BeforeEach
    void startProcess() throws IOException {
        process = new ProcessBuilder(ChildProcess.recorded(pidFile(), List.of("sleep", "60"))).start();
    }

    @AfterEach
    void endProcess() {
        process.destroyForcibly();
    }

    @Test
    void shouldFindTheProcessThatRecordedItself() {
        // When
        var found = recorded().running();
        // Then
        assertThat(found).contains(process.toHandle());
    }

    @Test
    void shouldLeaveAloneAProcessThatWasGivenTheSamePidLater() {
        // Given
        var earlier = recorded().startedAt().minus(Duration.ofMinutes(1));
        // When
        var found = new ChildProcess(process.pid(), earlier).running();
        // Then
        assertThat(found).isEmpty();
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void shouldFindNothingWhenTheProcessHasEnded() throws InterruptedException {
        // Given
        var child = recorded();
        process.destroyForcibly().waitFor();
        // When, Then
        assertThat(child.running()).isEmpty();
    }

    @Test
    void shouldRememberNothingWhenTheFileIsTorn() throws IOException {
        // Given
        var torn = Files.writeString(temp.resolve("torn"), "");
        // When, Then
        assertThat(ChildProcess.read(torn)).isEmpty();
    }

    @Test
    void shouldEndAProcess() {
        // When
        ChildProcess.end(process.toHandle());
        // Then
        assertThat(process.isAlive()).isFalse();
    }

    private Path pidFile() {
        return temp.resolve("pid");
    }

    /** What the process wrote of itself, as soon as it did. */
    private ChildProcess recorded() {
        return Stream.generate(() -> ChildProcess.read(pidFile()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }
}
