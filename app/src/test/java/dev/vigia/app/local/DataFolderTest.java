package dev.vigia.app.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigia.app.program.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path temp;

    @Test
    void shouldRefuseASecondUserWhileTheFirstHoldsTheFolder() {
        // Given
        try (var first = DataFolder.open(temp)) {
            // When, Then
            assertThatThrownBy(() -> DataFolder.open(temp))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining(first.path().toString())
                    .hasMessageContaining(
                            "in use by process " + ProcessHandle.current().pid())
                    .hasMessageContaining("--data DIR");
        }
    }

    @Test
    void shouldOpenAgainWhenTheFirstUserHasClosedIt() {
        // Given
        DataFolder.open(temp).close();
        // When, Then
        try (var again = DataFolder.open(temp)) {
            assertThat(again.path()).isEqualTo(temp);
        }
    }

    @Test
    void shouldRefuseAFolderOfANewerVersion() throws IOException {
        // Given
        DataFolder.open(temp).close();
        Files.writeString(temp.resolve("format"), "2\n");
        // When, Then
        assertThatThrownBy(() -> DataFolder.open(temp))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("has format 2, this program writes format 1")
                .hasMessageContaining("Nothing was changed");
    }

    @Test
    void shouldLetAnotherTryWhenTheFolderWasRefused() throws IOException {
        // Given
        DataFolder.open(temp).close();
        Files.writeString(temp.resolve("format"), "2\n");
        assertThatThrownBy(() -> DataFolder.open(temp)).isInstanceOf(Failure.class);
        Files.writeString(temp.resolve("format"), "1\n");
        // When, Then
        DataFolder.open(temp).close();
    }

    @Test
    void shouldRefuseAFolderWithSomebodyElsesFiles() throws IOException {
        // Given
        Files.writeString(temp.resolve("thesis.txt"), "ten years of work");
        // When, Then
        assertThatThrownBy(() -> DataFolder.open(temp))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("files that are not Vigia's");
    }

    @Test
    void shouldLeaveSomebodyElsesFileAloneWhateverItsName() throws IOException {
        // Given
        var precious = Files.writeString(temp.resolve("format.new"), "precious");
        // When
        assertThatThrownBy(() -> DataFolder.open(temp)).isInstanceOf(Failure.class);
        // Then
        assertThat(precious).hasContent("precious");
        assertThat(temp).isDirectoryNotContaining(file -> !file.equals(precious));
    }

    @Test
    void shouldOpenAFolderThatWasLeftInItsFirstMoment() throws IOException {
        // Given
        Files.writeString(temp.resolve("lock"), "");
        Files.writeString(temp.resolve("format.new"), "1");
        // When, Then
        DataFolder.open(temp).close();
        assertThat(temp.resolve("format")).hasContent("1\n");
    }

    @Test
    void shouldSayWhatIsWrongWhenTheFolderIsAFile() throws IOException {
        // Given
        var file = Files.writeString(temp.resolve("file"), "");
        // When, Then
        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("cannot be used");
    }
}
