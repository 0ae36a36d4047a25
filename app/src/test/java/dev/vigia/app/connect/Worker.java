package dev.vigia.app.connect;

import dev.vigia.app.SharedStack;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.cli.ConnectStandalone;
import org.apache.kafka.connect.runtime.Connect;
import org.apache.kafka.connect.runtime.standalone.StandaloneHerder;
import org.apache.kafka.connect.util.FutureCallback;

/** A real worker of Kafka Connect, in process. */
final class Worker implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private final Connect<StandaloneHerder> connect;

    private Worker(Connect<StandaloneHerder> connect) {
        this.connect = connect;
    }

    static Worker start(Path folder) {
        var settings = new HashMap<String, String>();
        settings.put("bootstrap.servers", SharedStack.addresses().kafka());
        settings.put("listeners", "http://127.0.0.1:0");
        settings.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
        settings.put("value.converter", "org.apache.kafka.connect.converters.ByteArrayConverter");
        settings.put("offset.storage.file.filename", folder.resolve("offsets").toString());
        settings.put("offset.flush.interval.ms", "1000");
        // Looking through the whole class path for plugins would take most of a minute.
        settings.put("plugin.discovery", "service_load");
        return new Worker(new ConnectStandalone().startConnect(settings));
    }

    /** Starts a connector; its configuration is checked as over REST. */
    void connector(Map<String, String> configuration) throws Exception {
        var callback = new FutureCallback<
                org.apache.kafka.connect.runtime.Herder.Created<
                        org.apache.kafka.connect.runtime.rest.entities.ConnectorInfo>>();
        connect.herder().putConnectorConfig(configuration.get("name"), configuration, false, callback);
        callback.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** What the first task says of itself: its state, and why where it failed. */
    String task(String connector) {
        return connect.herder().connectorStatus(connector).tasks().stream()
                .map(task -> task.state() + " " + task.trace())
                .findFirst()
                .orElse("no task");
    }

    @Override
    public void close() {
        connect.stop();
        connect.awaitStop();
    }
}
