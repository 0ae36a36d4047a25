package dev.vigia.connect.mqtt;

import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import dev.vigia.connect.mqtt.machine.AssetTopic;
import dev.vigia.connect.mqtt.machine.Machines;
import dev.vigia.connect.mqtt.message.Message;
import dev.vigia.connect.write.CanonicalWriter;
import dev.vigia.connect.write.WriterMetrics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * An intake from its start to its end, or to the failure of Kafka: messages are taken in, written in a transaction,
 * committed, and only then acknowledged. Whatever was not is sent again by the broker. One thread.
 */
final class Round implements AutoCloseable {

    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final IntakeMetrics metrics;
    private final CanonicalWriter writer;
    private final @Nullable AssetTopic assets;
    private final Reception reception;
    private final Waiting waiting;
    private final Session session;
    private final Pace pace;
    private final List<Mqtt5Publish> held = new ArrayList<>();

    private Round(
            MqttConfig config,
            IntakeMetrics metrics,
            CanonicalWriter writer,
            Waiting waiting,
            Session.Listener listener) {
        this.metrics = metrics;
        this.writer = writer;
        this.waiting = waiting;
        this.pace = new Pace(config.limits());
        var outlet = new KafkaOutlet(config.writer(), writer);
        var kept = outlet.kept();
        this.session =
                Session.open(config.broker(), config.reader().filters(), config.limits(), waiting::add, listener);
        // Last, when nothing can fail any more: nobody would close it.
        this.assets = config.checkMachines() ? AssetTopic.follow(config.writer()) : null;
        this.reception = new Reception(
                config.writer().source(),
                config.reader(),
                config.historicalAfter(),
                assets == null ? Machines.UNKNOWN : assets,
                outlet,
                config.writer().clock());
        reception.restore(kept);
    }

    static Round open(
            MqttConfig config, IntakeMetrics metrics, WriterMetrics writes, Waiting waiting, Session.Listener listener)
            throws InterruptedException {
        var writer = CanonicalWriter.open(config.writer(), writes);
        try {
            return new Round(config, metrics, writer, waiting, listener);
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    /** Takes in what comes until it is to stop. */
    void takeIn(BooleanSupplier stop) throws InterruptedException {
        while (!stop.getAsBoolean()) {
            var first = waiting.next(IDLE_NANOS);
            reception.settle();
            if (first != null) {
                takeBatch(first);
            }
            writer.commit();
            metrics.committed(reception.endBatch());
            acknowledge();
        }
    }

    private void takeBatch(Mqtt5Publish first) throws InterruptedException {
        pace.begin();
        for (var next = first; next != null; next = pace.next(waiting, held.size(), reception.soFar())) {
            reception.take(message(next));
            held.add(next);
        }
    }

    private void acknowledge() {
        pace.acknowledged(waiting.unacknowledged());
        held.forEach(waiting::acknowledge);
        held.clear();
    }

    private static Message message(Mqtt5Publish publish) {
        return new Message(
                publish.getTopic().toString(), publish.getPayloadAsBytes(), publish.isRetain(), properties(publish));
    }

    private static Map<String, String> properties(Mqtt5Publish publish) {
        var sent = publish.getUserProperties().asList();
        if (sent.isEmpty()) {
            return Map.of();
        }
        var properties = new HashMap<String, String>();
        sent.forEach(
                one -> properties.put(one.getName().toString(), one.getValue().toString()));
        return properties;
    }

    @Override
    public void close() {
        waiting.close();
        session.close();
        if (assets != null) {
            assets.close();
        }
        writer.close();
    }
}
