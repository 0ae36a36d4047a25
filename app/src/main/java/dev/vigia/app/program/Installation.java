package dev.vigia.app.program;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder the program was installed into: {@code bin}, {@code lib}, {@code models}, {@code servers}. */
public record Installation(Path home) {

    /** Set by the launcher. */
    private static final String PROPERTY = "vigia.home";

    /** The installation this program runs from. */
    public static Installation current() {
        var home = System.getProperty(PROPERTY);
        if (home == null) {
            throw Failure.usage("The system property " + PROPERTY + " is not set, so the servers that come with Vigia"
                    + " cannot be found. Start the program with the launcher, ./vigia or bin/vigia.");
        }
        return new Installation(Path.of(home).toAbsolutePath().normalize());
    }

    /** A server that comes with the installation, unpacked. */
    public Path server(String name) {
        var folder = home.resolve("servers").resolve(name);
        if (!Files.isDirectory(folder)) {
            throw Failure.unreachable("There is no " + name + " in " + folder + ". The installation is incomplete:"
                    + " build it again with mvn -Dquick package.");
        }
        return folder;
    }

    /** The folder of the models that come with the installation. */
    public Path models() {
        return home.resolve("models");
    }

    /** Where a server is unpacked at its first start: in the installation, or elsewhere when that is read-only. */
    public Path unpacked(String name, Path elsewhere) {
        var servers = home.resolve("servers");
        return Files.isWritable(servers) ? servers.resolve(name) : elsewhere;
    }
}
