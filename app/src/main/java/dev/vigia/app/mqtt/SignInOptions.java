package dev.vigia.app.mqtt;

import dev.vigia.app.program.Failure;
import dev.vigia.app.program.Secret;
import dev.vigia.connect.mqtt.Broker;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say how an MQTT broker is trusted and convinced; passwords never stand in the command line. */
public final class SignInOptions {

    @Nullable
    @Option(names = "--mqtt-user", paramLabel = "NAME", description = "User at the broker.")
    private String user;

    @Nullable
    @Option(names = "--mqtt-password-env", paramLabel = "NAME", description = "Environment variable with the password.")
    private String passwordVariable;

    @Nullable
    @Option(names = "--mqtt-password-file", paramLabel = "FILE", description = "File with the password.")
    private Path passwordFile;

    @Option(names = "--tls", description = "Speak TLS, trusting whom Java trusts.")
    private boolean tls;

    @Nullable
    @Option(names = "--truststore", paramLabel = "FILE", description = "Whom to trust instead: PEM, PKCS12 or JKS.")
    private Path trust;

    @Nullable
    @Option(
            names = "--truststore-password-env",
            paramLabel = "NAME",
            description = "Environment variable with the password of a PKCS12 or JKS truststore.")
    private String trustVariable;

    @Nullable
    @Option(names = "--truststore-password-file", paramLabel = "FILE", description = "File with that password.")
    private Path trustFile;

    @Nullable
    @Option(
            names = "--keystore",
            paramLabel = "FILE",
            description = "Our certificate and its key: one PEM file with both, PKCS12 or JKS.")
    private Path identity;

    @Nullable
    @Option(
            names = "--keystore-password-env",
            paramLabel = "NAME",
            description = "Environment variable with the password of a PKCS12 or JKS keystore.")
    private String identityVariable;

    @Nullable
    @Option(names = "--keystore-password-file", paramLabel = "FILE", description = "File with that password.")
    private Path identityFile;

    @Nullable
    String user() {
        return user;
    }

    @Nullable
    String password() {
        var password = Secret.of("--mqtt-password", passwordVariable, passwordFile);
        if (password != null && user == null) {
            throw Failure.usage("A password is given, but nobody it belongs to: say who with --mqtt-user NAME.");
        }
        return password;
    }

    /** Null for a connection in clear. */
    Broker.@Nullable Tls tls() {
        var trustPassword = Secret.of("--truststore-password", trustVariable, trustFile);
        var identityPassword = Secret.of("--keystore-password", identityVariable, identityFile);
        return tls || trust != null || identity != null
                ? new Broker.Tls(trust, trustPassword, identity, identityPassword)
                : null;
    }
}
