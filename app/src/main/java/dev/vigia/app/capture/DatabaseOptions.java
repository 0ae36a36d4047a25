package dev.vigia.app.capture;

import dev.vigia.app.program.Failure;
import dev.vigia.app.program.Secret;
import dev.vigia.connect.capture.SourceDatabase;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say which database is captured; passwords never stand in the command line. */
public final class DatabaseOptions {

    @Nullable
    @Option(names = "--jdbc", paramLabel = "URL", description = "jdbc:postgresql://HOST:PORT/DATABASE.")
    private String url;

    @Option(names = "--user", paramLabel = "NAME", description = "User there (${DEFAULT-VALUE}).")
    private String user = "postgres";

    @Nullable
    @Option(names = "--password-env", paramLabel = "NAME", description = "Environment variable with the password.")
    private String passwordVariable;

    @Nullable
    @Option(names = "--password-file", paramLabel = "FILE", description = "File with the password.")
    private Path passwordFile;

    public SourceDatabase database() {
        if (url == null) {
            throw Failure.usage("Say what is captured: a database with --jdbc URL, change topics with --topics or"
                    + " --topics-server-prefix, or sensors with vigia capture mqtt. Nothing was written.");
        }
        return new SourceDatabase(url, user, password());
    }

    private String password() {
        return Objects.requireNonNullElse(Secret.of("--password", passwordVariable, passwordFile), "");
    }
}
