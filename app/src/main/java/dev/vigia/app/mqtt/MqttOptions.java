package dev.vigia.app.mqtt;

import dev.vigia.app.program.Failure;
import dev.vigia.app.salt.SaltOptions;
import dev.vigia.connect.mapping.MappingException;
import dev.vigia.connect.mqtt.Broker;
import dev.vigia.connect.mqtt.file.MqttMapping;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that say which MQTT broker is meant and what to make of its messages. */
public final class MqttOptions {

    @Nullable
    @Option(names = "--mqtt", paramLabel = "HOST:PORT", description = "The MQTT broker; else the local stack's.")
    private String address;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            defaultValue = "plant-mqtt",
            description = "File that says what to make of messages, or the name of a shipped one (${DEFAULT-VALUE}).")
    private String mapping = "";

    @Nullable
    @Option(
            names = "--client-id",
            paramLabel = "ID",
            description = "Name of the session at the broker; else vigia-<source>. Always the same for one source.")
    private String clientId;

    @Option(
            names = "--check-machines",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Report readings of machines and measures that are not declared (on).")
    private boolean checkMachines;

    @Mixin
    private SignInOptions signIn = new SignInOptions();

    @Mixin
    private SaltOptions salt = new SaltOptions();

    public boolean checksMachines() {
        return checkMachines;
    }

    /** What to make of messages. */
    public MqttMapping mapping() {
        try {
            var file = Path.of(mapping);
            return Files.isRegularFile(file)
                    ? MqttMapping.parse(String.valueOf(file.getFileName()), Files.readString(file), salt.salt())
                    : MqttMapping.shipped(mapping);
        } catch (MappingException e) {
            throw Failure.usage(String.valueOf(e.getMessage()));
        } catch (IOException | IllegalArgumentException e) {
            throw Failure.usage("--mapping " + mapping + " is neither a readable " + StandardCharsets.UTF_8
                    + " file nor a shipped mapping: " + e.getMessage() + ". Nothing was written.");
        }
    }

    /** The broker, for a source. */
    public Broker broker(String source, Supplier<String> localBroker) {
        var at = Optional.ofNullable(address).orElseGet(localBroker);
        int colon = at.lastIndexOf(':');
        var id = Optional.ofNullable(clientId).orElse("vigia-" + source);
        return new Broker(host(at, colon), port(at, colon), id, signIn.user(), signIn.password(), signIn.tls());
    }

    private static String host(String address, int colon) {
        if (colon <= 0) {
            throw unusable(address);
        }
        return address.substring(0, colon);
    }

    private static int port(String address, int colon) {
        try {
            int port = Integer.parseInt(address.substring(colon + 1));
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below, as for numbers that are no ports.
        }
        throw unusable(address);
    }

    private static Failure unusable(String address) {
        return Failure.usage(
                "--mqtt " + address + " is not the address of a broker: give host:port, such as 127.0.0.1:1883.");
    }
}
