package dev.vigia.app.intake;

import dev.vigia.connect.mapping.Salt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The salt that hides the customers of a local stack: drawn once, and kept in its data folder. */
final class LocalSalt {

    private static final String ID = "local";
    private static final int BYTES = 32;

    private LocalSalt() {}

    static Salt of(Path dataFolder) {
        var file = dataFolder.resolve("salt");
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, drawn());
            }
            return Salt.of(ID, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the salt in " + file, e);
        }
    }

    private static String drawn() {
        var secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }
}
