package dev.vigia.app.sim.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.app.sim.Table;
import dev.vigia.app.sim.company.Company;
import dev.vigia.app.sim.database.Checksum;
import dev.vigia.app.sim.database.CompanyDatabase;
import dev.vigia.app.sim.database.DatabaseAddress;
import dev.vigia.app.sim.small.Databases;
import dev.vigia.app.sim.small.PlannedRows;
import dev.vigia.app.sim.small.SmallCompany;
import dev.vigia.app.sim.small.StoredRows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HistoryLoaderTest {

    @RegisterExtension
    static final Databases DATABASES = new Databases();

    private static final int WEEKS = 8;

    private final Company company = SmallCompany.of(7, WEEKS);

    @Test
    void shouldHoldTheRowsThatThePlansLeaveWhenTheHistoryIsLoaded() throws Exception {
        // Given
        var address = DATABASES.create();
        var planned = PlannedRows.ofHistory(company);
        // When
        load(company, address, progress -> true);
        // Then
        for (Table table : company.tables()) {
            assertThat(StoredRows.of(address, table)).as(table.name()).isEqualTo(planned.of(table));
        }
    }

    @Test
    void shouldTellEveryWeekWhenItIsDone() throws Exception {
        // Given
        var told = new ArrayList<HistoryProgress>();
        // When
        load(company, DATABASES.create(), told::add);
        // Then
        assertThat(told).extracting(HistoryProgress::weeks).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(told).extracting(HistoryProgress::rows).isSorted().doesNotContain(0L);
    }

    @Test
    void shouldEndWithTheSameRowsWhenItWasStoppedAfterAnyWeeks() throws Exception {
        // Given
        var uninterrupted = DATABASES.create();
        load(company, uninterrupted, progress -> true);
        var seed = 20_240_101L;
        var random = new Random(seed);
        for (var round = 0; round < 3; round++) {
            var interrupted = DATABASES.create();
            // When
            loadThroughDeaths(interrupted, random);
            // Then
            assertThat(checksum(interrupted))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(checksum(uninterrupted));
        }
    }

    @Test
    void shouldStopAfterTheWeekWhenItIsToldNotToGoOn() throws Exception {
        // Given
        var address = DATABASES.create();
        // When
        var complete = load(company, address, progress -> progress.weeks() < 3);
        // Then
        try (var database = CompanyDatabase.open(address.connect(), company)) {
            assertThat(complete).isFalse();
            assertThat(database.memory().morning().day()).isEqualTo("2024-01-22");
        }
    }

    @Test
    void shouldWriteNothingWhenTheHistoryIsThere() throws Exception {
        // Given
        var address = DATABASES.create();
        load(company, address, progress -> true);
        var told = new ArrayList<HistoryProgress>();
        // When
        load(company, address, told::add);
        // Then
        assertThat(told).isEmpty();
    }

    @Test
    void shouldWriteTheSameRowsOnlyWhenTheSeedIsTheSame() throws Exception {
        // Given
        var one = DATABASES.create();
        var same = DATABASES.create();
        var other = DATABASES.create();
        // When
        load(SmallCompany.of(1, 2), one, progress -> true);
        load(SmallCompany.of(1, 2), same, progress -> true);
        load(SmallCompany.of(2, 2), other, progress -> true);
        // Then
        assertThat(checksum(same)).isEqualTo(checksum(one));
        assertThat(checksum(other).tables().get("erp.sales_order_line"))
                .isNotEqualTo(checksum(one).tables().get("erp.sales_order_line"));
    }

    private void loadThroughDeaths(DatabaseAddress address, Random random) throws SQLException {
        for (var complete = false; !complete; ) {
            var lastWeek = random.nextInt(WEEKS);
            try {
                complete = load(company, address, progress -> dieAfter(lastWeek, progress));
            } catch (Killed e) {
                complete = false;
            }
        }
    }

    private static boolean dieAfter(int week, HistoryProgress progress) {
        if (progress.weeks() == week) {
            throw new Killed();
        }
        return true;
    }

    private static boolean load(Company company, DatabaseAddress address, Predicate<HistoryProgress> progress)
            throws SQLException {
        try (var database = CompanyDatabase.open(address.connect(), company)) {
            return new HistoryLoader(company, database, progress).load();
        }
    }

    private Checksum checksum(DatabaseAddress address) throws SQLException {
        try (var connection = address.connect()) {
            return Checksum.of(connection, company.tables());
        }
    }

    /** A program that dies between two weeks. */
    private static final class Killed extends RuntimeException {

        private static final long serialVersionUID = 1;
    }
}
