package dev.vigia.bench.mqtt;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.vigia.app.local.DataFolder;
import dev.vigia.app.local.LocalStack;
import dev.vigia.app.topics.TopicCreation;
import dev.vigia.connect.write.WriterConfig;
import dev.vigia.schemas.Topics;
import dev.vigia.schemas.admin.TopicLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.file.PathUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigia bench mqtt}: messages a second into Kafka, as a share of what a bare subscriber with a plain producer manages. */
@Command(name = "mqtt", description = "Readings a second from MQTT into Kafka, beside a bare subscriber.")
public final class MqttBenchCommand implements Callable<Integer> {

    /** Below, the intake costs too much. */
    private static final double LEAST = 0.7;

    private static final int PARTITIONS = 4;

    private static final long LOOK_AGAIN_MILLIS = 1;

    @Option(names = "--messages", defaultValue = "100000", description = "Messages in each round (${DEFAULT-VALUE}).")
    private int messages;

    @Option(
            names = "--rounds",
            defaultValue = "5",
            description = "Rounds, of which the median counts (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var data = Files.createTempDirectory("vigia-bench");
        try (var folder = DataFolder.open(data);
                var stack = LocalStack.start(folder, server -> {})) {
            var addresses = stack.addresses();
            Map<String, Object> kafka = Map.of("bootstrap.servers", addresses.kafka());
            createTopics(kafka);
            var values =
                    Map.<String, Object>of("schema.registry.url", addresses.registry(), "auto.register.schemas", true);
            var port = Integer.parseInt(addresses.mqtt().replaceFirst(".*:", ""));
            var writer = new WriterConfig("bench-vigia", "", kafka, values, Clock.systemUTC());
            return report(race(new BareSubscriber(kafka, values, port), new Intake(writer, port), port));
        } finally {
            PathUtils.deleteDirectory(data);
        }
    }

    private static void createTopics(Map<String, Object> kafka) {
        var settings = new Properties();
        settings.putAll(kafka);
        TopicCreation.on(settings, new TopicLayout(PARTITIONS, 1).of(Topics.all()));
    }

    /** Each takes the same messages from its own session, one after the other, in turns; the first round is not counted. */
    private Result race(Contestant bare, Contestant ours, int port) throws InterruptedException {
        var bareRates = new ArrayList<Double>();
        var ourRates = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        long peak = 0;
        try (var sender = new Sender(port)) {
            sender.subscribe(bare.clientId());
            sender.subscribe(ours.clientId());
            for (int round = 0; round <= rounds; round++) {
                sender.send(messages);
                double other = rate(bare);
                Heap.reset();
                double our = rate(ours);
                peak = Math.max(peak, Heap.peakMegabytes());
                spec.commandLine()
                        .getErr()
                        .printf(Locale.ROOT, "round %d: bare %,.0f/s, vigia %,.0f/s%n", round, other, our);
                if (round > 0) {
                    bareRates.add(other);
                    ourRates.add(our);
                    ratios.add(our / other);
                }
            }
        }
        return new Result(median(ourRates), median(bareRates), median(ratios), peak);
    }

    /** Messages a second from the first that is in Kafka to the last: how long it takes to start does not count. */
    private double rate(Contestant one) throws InterruptedException {
        try (var taking = one.begin()) {
            long first = await(taking, 1);
            long start = System.nanoTime();
            await(taking, messages);
            return (messages - first) * 1e9 / (System.nanoTime() - start);
        }
    }

    private static long await(Contestant.Taking taking, long wanted) throws InterruptedException {
        while (taking.done() < wanted) {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        }
        return taking.done();
    }

    private static double median(List<Double> rates) {
        return rates.stream().sorted().skip(rates.size() / 2).findFirst().orElseThrow();
    }

    private int report(Result result) {
        var out = spec.commandLine().getOut();
        out.println(json ? result.json() : result.lines());
        out.flush();
        return result.ratio() >= LEAST ? 0 : 1;
    }

    /**
     * Medians: messages a second, and the ratio of the two within one round, which what else the machine does disturbs least.
     *
     * @param peakMegabytes the most memory that the whole program used while ours ran
     */
    private record Result(double ours, double bare, double ratio, long peakMegabytes) {

        String lines() {
            return String.format(
                    Locale.ROOT,
                    "messages a second: vigia %,.0f, bare subscriber %,.0f, ratio %.2f (at least %.1f)%npeak heap, brokers included: %d MB",
                    ours,
                    bare,
                    ratio,
                    LEAST,
                    peakMegabytes);
        }

        String json() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("messages_per_second", ours)
                    .put("bare_messages_per_second", bare)
                    .put("mqtt_over_bare", ratio)
                    .put("peak_heap_mb", peakMegabytes)
                    .toString();
        }
    }
}
