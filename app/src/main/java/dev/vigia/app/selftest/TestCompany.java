package dev.vigia.app.selftest;

import dev.vigia.app.local.StackAddresses;
import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.company.Company;
import dev.vigia.app.sim.database.CompanyDatabase;
import dev.vigia.app.sim.database.DatabaseAddress;
import dev.vigia.app.sim.history.HistoryLoader;
import dev.vigia.app.sim.live.LiveCompany;
import dev.vigia.app.sim.live.MqttReadings;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

/** A small simulated company that lives only when it is told to. */
final class TestCompany implements AutoCloseable {

    private static final int PRODUCTS = 8;
    private static final int WEEKS = 12;
    private static final int MACHINES = 4;

    private final CompanyDatabase database;
    private final MqttReadings readings;
    private final LiveCompany live;

    private TestCompany(CompanyDatabase database, MqttReadings readings, LiveCompany live) {
        this.database = database;
        this.readings = readings;
        this.live = live;
    }

    /** Founds it and loads its history. */
    static TestCompany found(StackAddresses stack) throws SQLException, InterruptedException {
        var usual = CompanySettings.DEFAULT;
        var company =
                Company.of(new CompanySettings(usual.seed(), PRODUCTS, WEEKS, MACHINES, usual.start(), usual.zone()));
        var address = new DatabaseAddress(stack.postgres(), stack.postgresUser(), "");
        var database = CompanyDatabase.open(address.connect(), company);
        new HistoryLoader(company, database, progress -> true).load();
        var readings = MqttReadings.connect(stack.mqtt());
        return new TestCompany(database, readings, new LiveCompany(company, database, readings, Clock.systemUTC()));
    }

    /** Lives so long, and says how many readings its machines sent. */
    long live(Duration duration) throws SQLException, InterruptedException {
        long before = live.status().readings();
        live.step(duration);
        return live.status().readings() - before;
    }

    @Override
    public void close() throws SQLException {
        readings.close();
        database.close();
    }
}
