package dev.vigia.app.topics;

import dev.vigia.app.program.Failure;
import dev.vigia.schemas.registry.RegistryConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say which schema registry is meant, and how to sign in; else it is the local stack's. */
public final class RegistryOptions {

    @Nullable
    @Option(names = "--schema-registry", paramLabel = "URL", description = "The registry; else the local stack's.")
    private String url;

    @Nullable
    @Option(
            names = "--registry-config",
            paramLabel = "FILE",
            description = "Properties of the registry's client, such as basic.auth.user.info.")
    private Path config;

    /** The settings of the registry's client, for who registers. */
    public RegistryConfig config(Supplier<String> localUrl) {
        var settings = clients(localUrl);
        // Whoever asks for it registers, also with the settings of clients that may not.
        settings.put(RegistryConfig.AUTO_REGISTER, true);
        return new RegistryConfig(settings);
    }

    /** The settings of serdes: those of the file, and where the registry is. */
    public Map<String, Object> clients(Supplier<String> localUrl) {
        Map<String, Object> settings = new HashMap<>();
        load().forEach((name, value) -> settings.put(name.toString(), value));
        if (url != null || !settings.containsKey(RegistryConfig.URL)) {
            settings.put(RegistryConfig.URL, url == null ? localUrl.get() : url);
        }
        return settings;
    }

    private Properties load() {
        var properties = new Properties();
        if (config == null) {
            return properties;
        }
        try (var reader = Files.newBufferedReader(config)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw Failure.usage("--registry-config " + config + " cannot be read: " + e);
        }
    }
}
