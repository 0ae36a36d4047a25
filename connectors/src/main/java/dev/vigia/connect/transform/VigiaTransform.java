package dev.vigia.connect.transform;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.components.Versioned;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.transforms.Transformation;
import org.jspecify.annotations.Nullable;

/**
 * Makes canonical records of the change events of a Debezium source connector, one of each. What is refused goes to the
 * dead letters, so that the task goes on; a registry that does not answer is tried again. One thread, as Kafka Connect
 * uses it; the order of a task's events is the order of positions.
 */
public final class VigiaTransform<R extends ConnectRecord<R>> implements Transformation<R>, Versioned {

    private final Clock clock;
    private @Nullable EventTransform<R> events;

    /** For Kafka Connect, which configures it next. */
    public VigiaTransform() {
        this(Clock.systemUTC());
    }

    VigiaTransform(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void configure(Map<String, ?> settings) {
        events = new EventTransform<>(new TransformConfig(settings), clock);
    }

    @Override
    public ConfigDef config() {
        return TransformConfig.DEFINITION;
    }

    @Override
    public String version() {
        return Objects.requireNonNullElse(getClass().getPackage().getImplementationVersion(), "not packaged");
    }

    /** The record to be sent; null where there is none. */
    @Override
    public @Nullable R apply(R record) {
        if (events == null) {
            throw new IllegalStateException("configure() must be called before apply()");
        }
        return events.apply(record);
    }

    @Override
    public void close() {
        if (events != null) {
            events.close();
        }
    }
}
