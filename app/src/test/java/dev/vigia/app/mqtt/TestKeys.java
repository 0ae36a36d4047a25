package dev.vigia.app.mqtt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keys and certificates of three: the broker, a client that it knows, and a stranger. Made with the JDK's keytool. */
final class TestKeys {

    static final String PASSWORD = "changeit";

    private final Path folder;

    private TestKeys(Path folder) {
        this.folder = folder;
    }

    static TestKeys in(Path folder) throws IOException, InterruptedException {
        var keys = new TestKeys(folder);
        for (var who : new String[] {"broker", "client", "stranger"}) {
            keys.make(who);
        }
        return keys;
    }

    /** Key and certificate, PKCS12. */
    Path store(String who) {
        return folder.resolve(who + ".p12");
    }

    /** The certificate alone, PEM. */
    Path certificate(String who) {
        return folder.resolve(who + ".pem");
    }

    /** The certificate alone, PKCS12. */
    Path trust(String who) {
        return folder.resolve(who + "-trust.p12");
    }

    private void make(String who) throws IOException, InterruptedException {
        keytool("-genkeypair -alias me -keyalg EC -validity 2 -dname CN=" + who + " -ext san=ip:127.0.0.1"
                + " -storetype PKCS12 -keystore " + store(who));
        keytool("-exportcert -rfc -alias me -keystore " + store(who) + " -file " + certificate(who));
        keytool("-importcert -alias me -storetype PKCS12 -file " + certificate(who) + " -keystore " + trust(who));
    }

    private void keytool(String arguments) throws IOException, InterruptedException {
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = (tool + " " + arguments + " -storepass " + PASSWORD + " -noprompt").split(" ", -1);
        var log = folder.resolve("keytool.log");
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException(Files.readString(log));
        }
    }
}
