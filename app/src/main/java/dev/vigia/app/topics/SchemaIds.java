package dev.vigia.app.topics;

import dev.vigia.app.program.Failure;
import dev.vigia.schemas.Topic;
import dev.vigia.schemas.registry.RegistryConfig;
import dev.vigia.schemas.registry.RegistryException;
import dev.vigia.schemas.registry.RegistryUnavailableException;
import dev.vigia.schemas.registry.SchemaRegistration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The schemas of topics in a registry, and how people are told of them. */
public final class SchemaIds {

    private SchemaIds() {}

    /** The id of every subject; says in words what the registry refuses. */
    public static Map<String, Integer> register(RegistryConfig config, List<Topic> topics) {
        try {
            return new SchemaRegistration(config).register(topics);
        } catch (RegistryUnavailableException e) {
            throw Failure.unreachable(String.valueOf(e.getMessage()));
        } catch (RegistryException e) {
            throw Failure.check(String.valueOf(e.getMessage()));
        }
    }

    /** A line for each subject. */
    public static Stream<String> lines(Map<String, Integer> ids) {
        return ids.entrySet().stream().map(entry -> "%-60s %6d".formatted(entry.getKey(), entry.getValue()));
    }
}
