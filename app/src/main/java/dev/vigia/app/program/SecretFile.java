package dev.vigia.app.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file with one secret, which then stands neither in the command line nor in the environment. */
public final class SecretFile {

    private SecretFile() {}

    /** What it holds, without white space around it. */
    public static String read(Path file, String option) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw Failure.usage(option + " " + file + " cannot be read: " + e);
        }
    }
}
