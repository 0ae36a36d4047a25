package dev.vigia.app.local;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vigia.app.program.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the servers of a running stack are, as {@code stack.json} in its data folder tells other programs. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StackAddresses(
        int format, long pid, String kafka, String registry, String postgres, String postgresUser, String mqtt) {

    private static final String FILE = "stack.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The addresses of the stack that runs on a data folder. */
    public static StackAddresses read(Path dataFolder) {
        var file = dataFolder.resolve(FILE);
        try {
            return JSON.readValue(file.toFile(), StackAddresses.class);
        } catch (IOException e) {
            throw Failure.unreachable("No local stack runs on " + dataFolder.toAbsolutePath() + ": " + FILE
                    + " is not there or not readable. Start one with vigia demo, or name its folder with --data DIR.");
        }
    }

    /** Where the MQTT broker answers, as a URI to take apart. */
    public URI mqttUri() {
        return URI.create("mqtt://" + mqtt);
    }

    void write(Path dataFolder) {
        try {
            DataFolder.writeWhole(
                    dataFolder.resolve(FILE),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + FILE + " in " + dataFolder, e);
        }
    }

    static void forget(Path dataFolder) {
        try {
            Files.deleteIfExists(dataFolder.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + FILE + " in " + dataFolder, e);
        }
    }
}
