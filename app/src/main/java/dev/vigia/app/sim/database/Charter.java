package dev.vigia.app.sim.database;

import dev.vigia.app.program.Failure;
import dev.vigia.app.sim.CompanySettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The settings with which a company was founded: they stay as they are, since every row follows from them. */
final class Charter {

    /** Raised when the tables, the states or the meaning of a seed change. */
    static final int FORMAT = 2;

    private final Connection connection;

    Charter(Connection connection) {
        this.connection = connection;
    }

    boolean exists() throws SQLException {
        try (var statement = connection.prepareStatement("select to_regclass('sim.company') is not null");
                var rows = statement.executeQuery()) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    void write(CompanySettings settings) throws SQLException {
        try (var statement = connection.prepareStatement("insert into sim.company values (?, ?, ?, ?, ?, ?, ?)")) {
            statement.setInt(1, FORMAT);
            statement.setLong(2, settings.seed());
            statement.setInt(3, settings.products());
            statement.setInt(4, settings.weeks());
            statement.setInt(5, settings.machines());
            statement.setObject(6, settings.start());
            statement.setString(7, settings.zone().getId());
            statement.executeUpdate();
        }
    }

    /** Refuses settings other than those of the foundation. */
    void expect(CompanySettings asked) throws SQLException {
        var held = held();
        if (held.isPresent()) {
            expectSame(asked, held.get());
        }
    }

    /** The settings of the foundation, where there was one. */
    Optional<CompanySettings> held() throws SQLException {
        if (!exists()) {
            return Optional.empty();
        }
        try (var statement = connection.prepareStatement("select * from sim.company");
                var rows = statement.executeQuery()) {
            rows.next();
            expectFormat(rows.getInt("format"));
            return Optional.of(settings(rows));
        }
    }

    private static CompanySettings settings(ResultSet rows) throws SQLException {
        return new CompanySettings(
                rows.getLong("seed"),
                rows.getInt("products"),
                rows.getInt("weeks"),
                rows.getInt("machines"),
                rows.getObject("start", LocalDate.class),
                ZoneId.of(rows.getString("zone")));
    }

    private static void expectFormat(int format) {
        if (format != FORMAT) {
            throw Failure.usage("The company in this database has format " + format
                    + ", this program writes format " + FORMAT
                    + ": use the program that wrote it, or start with another data folder. Nothing was written.");
        }
    }

    private static void expectSame(CompanySettings asked, CompanySettings held) {
        var differences = new ArrayList<String>();
        differ(differences, "seed", asked.seed(), held.seed());
        differ(differences, "products", asked.products(), held.products());
        differ(differences, "weeks", asked.weeks(), held.weeks());
        differ(differences, "machines", asked.machines(), held.machines());
        differ(differences, "start", asked.start(), held.start());
        differ(differences, "zone", asked.zone(), held.zone());
        if (!differences.isEmpty()) {
            throw Failure.usage("The company in this database was founded otherwise: "
                    + String.join(", ", differences) + ". Every row follows from these settings: give the same ones,"
                    + " or start with another data folder. Nothing was written.");
        }
    }

    private static void differ(List<String> differences, String name, Object asked, Object held) {
        if (!asked.equals(held)) {
            differences.add(name + " is " + held + " there, not " + asked);
        }
    }
}
