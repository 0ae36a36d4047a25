package dev.vigia.connect.capture;

import io.debezium.embedded.Connect;
import io.debezium.engine.ChangeEvent;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.spi.OffsetCommitPolicy;
import java.io.IOException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Debezium's engine, and why it ended. It is run once; stopped by any thread. */
final class Engine {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private final DebeziumEngine<ChangeEvent<SourceRecord, SourceRecord>> engine;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Engine(Properties settings, DebeziumEngine.ChangeConsumer<ChangeEvent<SourceRecord, SourceRecord>> intake) {
        this.engine = DebeziumEngine.create(Connect.class)
                .using(settings)
                .using(OffsetCommitPolicy.always())
                .using((success, message, error) -> failedWith(error))
                .notifying(intake)
                .build();
    }

    /** Runs until it is stopped or fails, and hands back what it failed with. */
    @Nullable
    Throwable run() {
        engine.run();
        return failure.get();
    }

    /** While it starts its task it cannot be stopped: it has to be asked again. */
    void stop() {
        try {
            engine.close();
        } catch (IOException | IllegalStateException notNow) {
            LOG.debug("the engine is closed already, or cannot be closed yet", notNow);
        }
    }

    /** Stops it, since the log that it reads lacks something. */
    void fail(String why) {
        failedWith(new LogGapException(why));
        stop();
    }

    private void failedWith(@Nullable Throwable error) {
        failure.compareAndSet(null, error);
    }
}
