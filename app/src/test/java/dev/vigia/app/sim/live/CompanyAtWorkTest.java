package dev.vigia.app.sim.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigia.app.sim.command.Commands;
import dev.vigia.app.sim.command.Outcome;
import dev.vigia.app.sim.company.Company;
import dev.vigia.app.sim.database.CompanyDatabase;
import dev.vigia.app.sim.small.Databases;
import dev.vigia.app.sim.small.HandClock;
import dev.vigia.app.sim.small.SmallCompany;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CompanyAtWorkTest {

    @RegisterExtension
    static final Databases DATABASES = new Databases();

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Company company = SmallCompany.of(7, 0);

    @Test
    void shouldObeyUntilItIsClosed() throws Exception {
        // Given
        var address = DATABASES.create();
        try (var database = CompanyDatabase.open(address.connect(), company);
                var person = address.connect()) {
            var commands = new Commands(person);
            var work = CompanyAtWork.start(new LiveCompany(company, database, Readings.NOWHERE, new HandClock()));
            // When
            var stepped = commands.await(commands.give("step", Map.of("duration", "PT1H")), PATIENCE);
            work.close();
            var unheard = commands.await(commands.give("pause", Map.of()), Duration.ZERO);
            // Then
            assertThat(stepped).isEqualTo(new Outcome.Done("Stepped to Mon 2024-01-01 01:00."));
            assertThat(unheard).isEqualTo(new Outcome.Unheard());
        }
    }

    @Test
    void shouldSayWhyItStoppedWhenItFailed() throws Exception {
        // Given
        var address = DATABASES.create();
        var readings = new HeardReadings();
        readings.failOnce();
        try (var database = CompanyDatabase.open(address.connect(), company);
                var person = address.connect()) {
            var commands = new Commands(person);
            commands.give("step", Map.of("duration", "PT1H"));
            // When
            var work = CompanyAtWork.start(new LiveCompany(company, database, readings, new HandClock()));
            work.awaitEnd();
            // Then
            assertThatThrownBy(work::status).hasMessage("the simulated company stopped: the broker is gone");
        }
    }
}
