package dev.vigia.app.sim.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.company.Company;
import dev.vigia.app.sim.database.Checksum;
import dev.vigia.app.sim.database.CompanyDatabase;
import dev.vigia.app.sim.database.DatabaseAddress;
import dev.vigia.app.sim.history.HistoryLoader;
import dev.vigia.app.sim.history.HistoryProgress;
import dev.vigia.app.sim.small.Databases;
import dev.vigia.app.sim.small.HandClock;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The company with its real departments, through history and life. */
class WholeCompanyTest {

    @RegisterExtension
    static final Databases DATABASES = new Databases();

    private static final CompanySettings DEFAULT = CompanySettings.DEFAULT;

    private final Company company =
            Company.of(new CompanySettings(DEFAULT.seed(), 5, 3, 3, DEFAULT.start(), DEFAULT.zone()));

    @Test
    void shouldLeaveTheSameRowsWhenLoadAndLifeWereInterrupted() throws Exception {
        // Given
        var uninterrupted = DATABASES.create();
        load(uninterrupted, progress -> true);
        live(uninterrupted, Duration.ofHours(60));
        var interrupted = DATABASES.create();
        // When
        load(interrupted, progress -> false);
        load(interrupted, progress -> true);
        live(interrupted, Duration.ofHours(11));
        live(interrupted, Duration.ofHours(25));
        live(interrupted, Duration.ofHours(24));
        // Then
        assertThat(checksum(interrupted)).isEqualTo(checksum(uninterrupted));
    }

    @Test
    void shouldSendReadingsOfEveryMachineWhenItLives() throws Exception {
        // Given
        var address = DATABASES.create();
        load(address, progress -> true);
        var heard = new HeardReadings();
        // When
        try (var database = CompanyDatabase.open(address.connect(), company)) {
            new LiveCompany(company, database, heard, new HandClock()).step(Duration.ofDays(1));
        }
        // Then
        assertThat(heard.readings()).extracting("machine").hasSizeGreaterThan(1_000);
        assertThat(heard.readings().stream().map(reading -> reading.machine()).distinct())
                .hasSize(3);
    }

    private void load(DatabaseAddress address, Predicate<HistoryProgress> goOn) throws SQLException {
        try (var database = CompanyDatabase.open(address.connect(), company)) {
            new HistoryLoader(company, database, goOn).load();
        }
    }

    private void live(DatabaseAddress address, Duration duration) throws SQLException, InterruptedException {
        try (var database = CompanyDatabase.open(address.connect(), company)) {
            new LiveCompany(company, database, Readings.NOWHERE, new HandClock()).step(duration);
        }
    }

    private Checksum checksum(DatabaseAddress address) throws SQLException {
        try (var connection = address.connect()) {
            return Checksum.of(connection, company.tables());
        }
    }
}
