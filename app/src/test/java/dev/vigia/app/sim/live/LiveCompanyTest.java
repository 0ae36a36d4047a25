package dev.vigia.app.sim.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigia.app.sim.company.Company;
import dev.vigia.app.sim.database.Checksum;
import dev.vigia.app.sim.database.CompanyDatabase;
import dev.vigia.app.sim.database.DatabaseAddress;
import dev.vigia.app.sim.small.Databases;
import dev.vigia.app.sim.small.HandClock;
import dev.vigia.app.sim.small.SmallCompany;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LiveCompanyTest {

    @RegisterExtension
    static final Databases DATABASES = new Databases();

    private static final Duration STEP = Duration.ofMinutes(10);
    private static final Duration TWO_DAYS = Duration.ofDays(2);

    /** At this speed a step takes a beat. */
    private static final double SPEED = 10_000;

    private static final Duration BEAT = Duration.ofMillis(60);

    private final Company company = SmallCompany.of(7, 0);
    private final HandClock wall = new HandClock();
    private final HeardReadings heard = new HeardReadings();
    private Instant start = Instant.EPOCH;

    @BeforeEach
    void knowTheStart() {
        start = company.settings()
                .firstLiveDay()
                .atStartOfDay(company.settings().zone())
                .toInstant();
    }

    @Test
    void shouldLeaveTheSameRowsWhenItWasStartedAnewInMidDay() throws Exception {
        // Given
        var uninterrupted = DATABASES.create();
        live(uninterrupted, TWO_DAYS);
        var seed = 4_711L;
        var random = new Random(seed);
        var interrupted = DATABASES.create();
        // When
        var steps = TWO_DAYS.dividedBy(STEP);
        while (steps > 0) {
            var some = Math.min(steps, 1 + random.nextInt(60));
            live(interrupted, STEP.multipliedBy(some));
            steps -= some;
        }
        // Then
        assertThat(checksum(interrupted)).as("seed %d", seed).isEqualTo(checksum(uninterrupted));
    }

    @Test
    void shouldDoTheStepAgainAsAWholeWhenItsReadingsWereNotReceived() throws Exception {
        // Given
        var smooth = DATABASES.create();
        live(smooth, Duration.ofHours(6));
        var rough = DATABASES.create();
        try (var database = CompanyDatabase.open(rough.connect(), company)) {
            var live = new LiveCompany(company, database, heard, wall);
            live.step(Duration.ofHours(3));
            heard.failOnce();
            // When
            assertThatThrownBy(() -> live.step(STEP)).hasMessage("the broker is gone");
            live.step(Duration.ofHours(3));
        }
        // Then
        assertThat(checksum(rough)).isEqualTo(checksum(smooth));
    }

    @Test
    void shouldHaveItsReadingsReceivedBeforeTheStepIsCommitted() throws Exception {
        // Given
        var address = DATABASES.create();
        try (var database = CompanyDatabase.open(address.connect(), company);
                var onlooker = address.connect()) {
            heard.beforeEach(() -> heard.note(committedNow(onlooker)));
            // When
            new LiveCompany(company, database, heard, wall).step(STEP.multipliedBy(2));
        }
        // Then
        assertThat(heard.notes()).containsExactly(start, start.plus(STEP));
        assertThat(heard.readings()).extracting("observedAt").containsExactly(start, start.plus(STEP));
    }

    @Test
    void shouldSendTheReadingsOfTheUndoneStepOnlyWhenItWasStartedAnewInMidDay() throws Exception {
        // Given
        var address = DATABASES.create();
        live(address, Duration.ofHours(5));
        // When
        try (var database = CompanyDatabase.open(address.connect(), company)) {
            new LiveCompany(company, database, heard, wall).step(STEP);
        }
        // Then
        assertThat(heard.readings()).extracting("observedAt").containsExactly(start.plus(Duration.ofHours(5)));
    }

    @Test
    void shouldDoAStepWhenTheWallClockHasGivenItItsTime() throws Exception {
        // Given
        try (var database = CompanyDatabase.open(DATABASES.create().connect(), company)) {
            database.memory().remember(database.memory().clock().withSpeed(SPEED));
            var live = new LiveCompany(company, database, Readings.NOWHERE, wall);
            // When
            var early = live.tick();
            wall.advance(BEAT.minusMillis(1));
            var almost = live.tick();
            var before = live.status().clock().now();
            wall.advance(Duration.ofMillis(1));
            live.tick();
            // Then
            assertThat(early).isEqualTo(BEAT);
            assertThat(almost).isEqualTo(Duration.ofMillis(1));
            assertThat(before).isEqualTo(start);
            assertThat(live.status().clock().now()).isEqualTo(start.plus(STEP));
        }
    }

    @Test
    void shouldSkipNoStepAndSayHowFarItIsBehindWhenTheMachineIsSlow() throws Exception {
        // Given
        try (var database = CompanyDatabase.open(DATABASES.create().connect(), company)) {
            database.memory().remember(database.memory().clock().withSpeed(SPEED));
            var live = new LiveCompany(company, database, Readings.NOWHERE, wall);
            wall.advance(BEAT.multipliedBy(4));
            // When
            var rest = live.tick();
            // Then
            assertThat(live.status().clock().now()).isEqualTo(start.plus(STEP));
            assertThat(live.status().lag()).isEqualTo(STEP.multipliedBy(3));
            assertThat(rest).isZero();
        }
    }

    @Test
    void shouldNotCatchUpOnTheTimeInWhichItDidNotRun() throws Exception {
        // Given
        var address = DATABASES.create();
        live(address, STEP);
        wall.advance(Duration.ofHours(1));
        // When
        try (var database = CompanyDatabase.open(address.connect(), company)) {
            var live = new LiveCompany(company, database, Readings.NOWHERE, wall);
            live.tick();
            // Then
            assertThat(live.status().clock().now()).isEqualTo(start.plus(STEP));
            assertThat(live.status().lag()).isZero();
        }
    }

    private void live(DatabaseAddress address, Duration duration) throws SQLException, InterruptedException {
        try (var database = CompanyDatabase.open(address.connect(), company)) {
            new LiveCompany(company, database, Readings.NOWHERE, wall).step(duration);
        }
    }

    private Checksum checksum(DatabaseAddress address) throws SQLException {
        try (var connection = address.connect()) {
            return Checksum.of(connection, company.tables());
        }
    }

    private static Instant committedNow(Connection onlooker) {
        try (var statement = onlooker.createStatement();
                var rows = statement.executeQuery("select now from sim.clock")) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class).toInstant();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
