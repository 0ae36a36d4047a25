package dev.vigia.app.local;

import dev.vigia.app.program.Installation;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.commons.io.FileUtils;

/**
 * PostgreSQL, the real one, as a child process of its own session, with logical decoding on.
 *
 * <p>Its own {@code postmaster.pid} remembers pid and start time; an orphan that a crash left behind is stopped first.
 */
public final class LocalPostgres implements LocalServer {

    public static final String USER = "postgres";

    /** The database of the company. */
    public static final String DATABASE = "company";

    /** Recovery after a crash may take its time. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;

    private LocalPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    public static LocalPostgres start(Path folder, int usualPort) {
        endOrphan(folder.resolve("data"));
        return Loopback.bind(usualPort, port -> startAt(folder, port));
    }

    private static LocalPostgres startAt(Path folder, int port) {
        var first = new FirstStart(folder);
        var data = first.data();
        try {
            var postgres = new LocalPostgres(builder(folder, data, port).start());
            postgres.makeReady(first, data);
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PostgreSQL did not start in " + folder + "; its log is server.log there", e);
        }
    }

    private void makeReady(FirstStart first, Path data) {
        try {
            checkIsOurs(data);
            first.succeeded();
            createDatabase(DATABASE);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public String address() {
        return jdbcUrl(DATABASE);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + Loopback.HOST + ":" + server.getPort() + "/" + database;
    }

    /** Makes a database unless it is there. */
    public void createDatabase(String name) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var ask = connection.prepareStatement("select 1 from pg_database where datname = ?");
                var make = connection.createStatement()) {
            ask.setString(1, name);
            if (!ask.executeQuery().next()) {
                make.execute("create database " + name);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make the database " + name + " at port " + server.getPort(), e);
        }
    }

    /** When another took the port in the last moment, that one has answered, and none of it is ours to touch. */
    private void checkIsOurs(Path data) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var rows = connection.createStatement().executeQuery("show data_directory")) {
            rows.next();
            if (!Path.of(rows.getString(1)).equals(data)) {
                throw new IllegalStateException("another PostgreSQL, of " + rows.getString(1) + ", has port "
                        + server.getPort() + "; nothing was changed there");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not answer at port " + server.getPort(), e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
    }

    private static EmbeddedPostgres.Builder builder(Path folder, Path data, int port) throws IOException {
        var program = Installation.current().unpacked("postgres", folder.resolve("program"));
        clearHalfUnpacked(program);
        var log = ProcessBuilder.Redirect.appendTo(folder.resolve("server.log").toFile());
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(program.toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setPort(port)
                .setLocaleConfig("locale", "C")
                .setServerConfig("listen_addresses", Loopback.HOST)
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("wal_level", "logical")
                .setServerConfig("fsync", "on")
                .setServerConfig("timezone", "UTC")
                .setErrorRedirector(log)
                .setOutputRedirector(log);
    }

    /** Unpacking stumbles over what one that was killed left; the mark of a whole one is written last. */
    private static void clearHalfUnpacked(Path program) throws IOException {
        if (Files.notExists(program)) {
            return;
        }
        try (var versions = Files.list(program)) {
            for (var version : versions.filter(version -> Files.notExists(version.resolve(".exists")))
                    .toList()) {
                FileUtils.deleteDirectory(version.toFile());
            }
        }
    }

    private static void endOrphan(Path data) {
        remembered(data.resolve("postmaster.pid"))
                .flatMap(ChildProcess::running)
                .ifPresent(LocalPostgres::stopFast);
    }

    private static Optional<ChildProcess> remembered(Path pidFile) {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try {
            var lines = Files.readAllLines(pidFile);
            var startedAt = Instant.ofEpochSecond(Long.parseLong(lines.get(2)));
            return Optional.of(new ChildProcess(Long.parseLong(lines.get(0)), startedAt));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** SIGINT makes PostgreSQL end its sessions and stop; SIGTERM would wait for them. */
    private static void stopFast(ProcessHandle postmaster) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid())).start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot stop the PostgreSQL left behind, process " + postmaster.pid(), e);
        }
        ChildProcess.awaitEnd(postmaster);
    }
}
