package dev.vigia.app.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.app.program.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {

    @TempDir
    private Path folder;

    @Test
    void shouldStartWhenItsProgramWasUnpackedHalfway() throws IOException {
        // Given
        var servers = Installation.current().home().resolve("servers/postgres");
        var halfway = Files.createDirectories(servers.resolve("PG-halfway"));
        Files.writeString(halfway.resolve("libicuuc.so"), "half a libr");
        // When
        LocalPostgres.start(folder, 5432).close();
        // Then
        assertThat(halfway).doesNotExist();
    }

    @Test
    void shouldOfferLogicalDecodingWhenItsFirstStartWasInterrupted() throws IOException, SQLException {
        // Given
        var halfMade = Files.createDirectories(folder.resolve("data"));
        Files.writeString(halfMade.resolve("postgresql.conf"), "# the machine was switched off here");
        // When
        try (var postgres = LocalPostgres.start(folder, 5432);
                var connection = DriverManager.getConnection(postgres.address(), LocalPostgres.USER, "");
                var rows = connection.createStatement().executeQuery("show wal_level")) {
            rows.next();
            // Then
            assertThat(rows.getString(1)).isEqualTo("logical");
        }
    }
}
