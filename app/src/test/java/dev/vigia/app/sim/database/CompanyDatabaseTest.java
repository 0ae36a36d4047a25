package dev.vigia.app.sim.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigia.app.sim.company.Company;
import dev.vigia.app.sim.small.Databases;
import dev.vigia.app.sim.small.Shop;
import dev.vigia.app.sim.small.SmallCompany;
import dev.vigia.app.sim.small.StoredRows;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CompanyDatabaseTest {

    @RegisterExtension
    static final Databases DATABASES = new Databases();

    private final Company company = SmallCompany.of(1, 2);

    @Test
    void shouldHoldTheOpeningAndTheFirstMorningWhenTheCompanyIsFounded() throws Exception {
        // Given
        var address = DATABASES.create();
        // When
        try (var database = CompanyDatabase.open(address.connect(), company)) {
            // Then
            assertThat(StoredRows.of(address, Shop.CUSTOMER)).hasSize(2);
            assertThat(database.memory().morning()).isEqualTo(company.firstMorning());
            assertThat(database.memory().clock().now()).isEqualTo("2024-01-01T03:00:00Z");
        }
    }

    @Test
    void shouldNameBothValuesAndTheRemedyWhenTheSettingsAreOthers() throws Exception {
        // Given
        var address = DATABASES.create();
        CompanyDatabase.open(address.connect(), company).close();
        // When / Then
        assertThatThrownBy(() -> CompanyDatabase.open(address.connect(), SmallCompany.of(9, 3)))
                .hasMessageContaining("seed is 1 there, not 9, weeks is 2 there, not 3")
                .hasMessageContaining("start with another data folder");
    }

    @Test
    void shouldRefuseTheDatabaseWhenAnotherFormatWroteIt() throws Exception {
        // Given
        var address = DATABASES.create();
        CompanyDatabase.open(address.connect(), company).close();
        execute(address, "update sim.company set format = 99");
        // When / Then
        assertThatThrownBy(() -> CompanyDatabase.open(address.connect(), company))
                .hasMessageContaining("has format 99, this program writes format " + Charter.FORMAT);
    }

    @Test
    void shouldWriteNothingWhenTheDatabaseHoldsSomethingElse() throws Exception {
        // Given
        var address = DATABASES.create();
        execute(address, "create schema erp");
        // When / Then
        assertThatThrownBy(() -> CompanyDatabase.open(address.connect(), company))
                .hasMessageContaining("\"erp\" already exists")
                .hasMessageContaining("give an empty one");
        try (var connection = address.connect()) {
            assertThat(new Charter(connection).exists()).isFalse();
            assertThat(CompanyLock.isTaken(connection)).isFalse();
        }
    }

    @Test
    void shouldRefuseTheCompanyWhenAnotherProgramLivesIt() throws Exception {
        // Given
        var address = DATABASES.create();
        try (var first = CompanyDatabase.open(address.connect(), company);
                var second = address.connect()) {
            // When / Then
            assertThatThrownBy(() -> CompanyDatabase.open(second, company, Duration.ofMillis(1)))
                    .hasMessageContaining("Another program already lives the company");
            assertThat(CompanyLock.isTaken(first.connection())).isTrue();
        }
    }

    @Test
    void shouldKnowThatNobodyLivesTheCompanyWhenItsProgramIsGone() throws Exception {
        // Given
        var address = DATABASES.create();
        // When
        CompanyDatabase.open(address.connect(), company).close();
        // Then
        try (var connection = address.connect()) {
            assertThat(CompanyLock.isTaken(connection)).isFalse();
        }
    }

    private static void execute(DatabaseAddress address, String sql) throws SQLException {
        try (var connection = address.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
