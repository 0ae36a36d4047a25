package dev.vigia.app.sim.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.app.sim.Table;
import dev.vigia.app.sim.command.Commands;
import dev.vigia.app.sim.command.Outcome;
import dev.vigia.app.sim.company.Company;
import dev.vigia.app.sim.database.Checksum;
import dev.vigia.app.sim.database.CompanyDatabase;
import dev.vigia.app.sim.database.DatabaseAddress;
import dev.vigia.app.sim.small.Databases;
import dev.vigia.app.sim.small.HandClock;
import dev.vigia.app.sim.small.Press;
import dev.vigia.app.sim.small.Shop;
import dev.vigia.app.sim.small.SmallCompany;
import dev.vigia.app.sim.small.StoredRows;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of commands given to a company that stands at noon of its first day. */
class LiveCommandsTest {

    @RegisterExtension
    static final Databases DATABASES = new Databases();

    private static final Duration STEP = Duration.ofMinutes(10);

    private final Company company = SmallCompany.of(7, 0);
    private final HandClock wall = new HandClock();
    private DatabaseAddress address;
    private CompanyDatabase database;
    private LiveCompany live;
    private Connection person;
    private Instant noon;

    @BeforeEach
    void liveUntilNoon() throws Exception {
        address = DATABASES.create();
        begin();
        live.step(Duration.ofHours(12));
        noon = live.status().clock().now();
        person = address.connect();
    }

    @AfterEach
    void end() throws SQLException {
        person.close();
        database.close();
    }

    @Test
    void shouldChangeTheAmountWithTheQuantityOfALine() throws Exception {
        // Given
        sql("update erp.sales_order_line set quantity = 4, discount = 1.00, amount = 39.00 where order_id = 1");
        // When
        var outcome = give("change-line", Map.of("order", "1", "line", "1", "quantity", "10"));
        // Then
        assertThat(outcome).isEqualTo(new Outcome.Done("Line 1 of order 1: quantity is now 10.000, amount 97.50."));
        assertThat(row(Shop.LINE, List.of(1L, 1)))
                .containsEntry("quantity", new BigDecimal("10.000"))
                .containsEntry("discount", new BigDecimal("2.50"))
                .containsEntry("amount", new BigDecimal("97.50"));
        assertThat(row(Shop.ORDER, List.of(1L))).containsEntry("updated_at", noon);
    }

    @Test
    void shouldCancelAnOrderOnce() throws Exception {
        // When
        var first = give("cancel-order", Map.of("order", "2"));
        var second = give("cancel-order", Map.of("order", "2"));
        // Then
        assertThat(first).isEqualTo(new Outcome.Done("Order 2 is cancelled."));
        assertThat(second).isEqualTo(new Outcome.Refused("Order 2 is cancelled already."));
        assertThat(row(Shop.ORDER, List.of(2L)))
                .containsEntry("status", "cancelled")
                .containsEntry("updated_at", noon);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cancel-order | {"order": 999}                              | There is no order 999.
            cancel-order | {"order": "x"}                              | cancel-order: "x" is not a usable order
            cancel-order | {}                                          | cancel-order needs the argument "order".
            change-line  | {"order": 1, "line": 9, "quantity": 5}      | Order 1 has no line 9.
            change-line  | {"order": 1, "line": 1, "quantity": 0}      | "0" is not a usable quantity
            change-line  | {"order": 1, "line": 1, "quantity": 0.0001} | "1.0E-4" is not a usable quantity
            change-line  | {"order": 1, "line": 1, "quantity": "1e999999999"} | "1e999999999" is not a usable quantity
            wear-out     | {"machine": "M-7"}                          | There is no machine M-7.
            speed        | {"factor": -1}                              | "-1" is not a usable factor
            step         | {"duration": "soon"}                        | "soon" is not a usable duration
            step         | {"duration": "PT-1H"}                       | "PT-1H" is not a usable duration
            dance        | {}                                          | There is no command "dance"; there are cancel-order
            """)
    void shouldRefuseWithTheReasonAndGoOn(String name, String arguments, String reason) throws Exception {
        // Given
        var before = checksum();
        // When
        sql("insert into sim.command (name, arguments) values ('" + name + "', '" + arguments + "')");
        live.tick();
        // Then
        assertThat(lastError()).contains(reason);
        assertThat(checksum()).isEqualTo(before);
        live.step(STEP);
        assertThat(live.status().clock().now()).isEqualTo(noon.plus(STEP));
    }

    @Test
    void shouldReplayTheCommandsOfTheDayWhenItIsStartedAnew() throws Exception {
        // Given
        give("wear-out", Map.of("machine", Press.NAME));
        live.step(Duration.ofHours(1));
        // When
        database.close();
        begin();
        live.step(STEP);
        // Then
        var wear = wearAt(noon.plus(Duration.ofHours(1)));
        assertThat(wear).isGreaterThan(1);
        assertThat(wear - wearAt(noon.plus(Duration.ofMinutes(50))))
                .isGreaterThan(0)
                .isLessThan(1);
        assertThat(wearAt(noon.minus(STEP))).isLessThan(1);
    }

    @Test
    void shouldStandStillWhenPausedAndGoOnWithoutHasteWhenResumed() throws Exception {
        // Given
        give("pause", Map.of());
        // When
        wall.advance(Duration.ofMinutes(5));
        live.tick();
        var paused = live.status();
        give("resume", Map.of());
        wall.advance(Duration.ofMillis(60));
        live.tick();
        // Then
        assertThat(paused.clock().now()).isEqualTo(noon);
        assertThat(paused.clock().paused()).isTrue();
        assertThat(live.status().clock().now()).isEqualTo(noon.plus(STEP));
        assertThat(live.status().lag()).isLessThan(STEP);
    }

    @Test
    void shouldFollowANewSpeedAtOnceAndAfterItWasStartedAnew() throws Exception {
        // When
        give("speed", Map.of("factor", "600"));
        var rest = live.tick();
        database.close();
        begin();
        // Then
        assertThat(rest).isEqualTo(Duration.ofSeconds(1));
        assertThat(live.tick()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void shouldAnswerAStepWhenItsEndIsReachedAlsoWhenPausedAndStartedAnew() throws Exception {
        // Given
        give("pause", Map.of());
        var id = new Commands(person).give("step", Map.of("duration", "PT30M"));
        // When
        live.tick();
        live.tick();
        var underway = new Commands(person).await(id, Duration.ZERO);
        database.close();
        begin();
        live.tick();
        live.tick();
        // Then
        assertThat(underway).isEqualTo(new Outcome.Begun());
        assertThat(new Commands(person).await(id, Duration.ZERO))
                .isEqualTo(new Outcome.Done("Stepped to Mon 2024-01-01 12:30."));
        assertThat(live.status().clock().now()).isEqualTo(noon.plus(Duration.ofMinutes(30)));
    }

    @Test
    void shouldTakeTheCommandBackWhenNobodyHearsIt() throws Exception {
        // Given
        var commands = new Commands(person);
        var id = commands.give("cancel-order", Map.of("order", "1"));
        // When
        var outcome = commands.await(id, Duration.ZERO);
        live.tick();
        // Then
        assertThat(outcome).isEqualTo(new Outcome.Unheard());
        assertThat(row(Shop.ORDER, List.of(1L))).containsEntry("status", "confirmed");
    }

    private void begin() throws SQLException {
        database = CompanyDatabase.open(address.connect(), company);
        live = new LiveCompany(company, database, Readings.NOWHERE, wall);
    }

    private Outcome give(String name, Map<String, String> arguments) throws Exception {
        var commands = new Commands(person);
        var id = commands.give(name, arguments);
        live.tick();
        return commands.await(id, Duration.ZERO);
    }

    private double wearAt(Instant moment) throws SQLException {
        return (Double) Objects.requireNonNull(row(Press.WEAR, List.of(moment)).get("wear"));
    }

    private Map<String, Object> row(Table table, List<?> key) throws SQLException {
        return Objects.requireNonNull(StoredRows.of(address, table).get(key));
    }

    private Checksum checksum() throws SQLException {
        return Checksum.of(person, company.tables());
    }

    private String lastError() throws SQLException {
        try (var statement = person.createStatement();
                var rows = statement.executeQuery("select error from sim.command order by id desc limit 1")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void sql(String sql) throws SQLException {
        try (var statement = person.createStatement()) {
            statement.execute(sql);
        }
    }
}
