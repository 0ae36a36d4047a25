package dev.vigia.app.program;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A secret that a person names by two options, NAME-env and NAME-file, and so never puts in the command line. */
public final class Secret {

    private Secret() {}

    /**
     * The secret; null where neither option is given.
     *
     * @param option what both options begin with, such as {@code --password}
     * @param variable of the environment
     */
    public static @Nullable String of(String option, @Nullable String variable, @Nullable Path file) {
        if (variable != null && file != null) {
            throw Failure.usage("Give " + option + "-env or " + option + "-file, not both.");
        }
        if (file != null) {
            return SecretFile.read(file, option + "-file");
        }
        return variable == null ? null : fromEnvironment(option, variable);
    }

    private static String fromEnvironment(String option, String variable) {
        var secret = System.getenv(variable);
        if (secret == null) {
            throw Failure.usage(option + "-env " + variable + ": there is no such environment variable."
                    + " Give the name of the variable, not the secret itself.");
        }
        return secret;
    }
}
