package dev.vigia.connect.mqtt;

import dev.vigia.connect.mqtt.machine.Doubts;
import dev.vigia.connect.mqtt.machine.Machines;
import dev.vigia.connect.mqtt.message.Message;
import dev.vigia.connect.mqtt.message.MessageReader;
import dev.vigia.connect.mqtt.message.Shown;
import dev.vigia.connect.mqtt.message.Taken;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.write.Origin;
import dev.vigia.schema.QualityIssue;
import dev.vigia.schema.SensorReading;
import dev.vigia.schemas.Position;
import dev.vigia.schemas.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes messages in: every reading in them is written, refused or excluded, and counted. One thread. */
public final class Reception {

    private static final String POSITION = "position";
    private static final String ISSUE = "issue/";

    private final MessageReader reader;
    private final Outlet outlet;
    private final Clock clock;
    private final @Nullable Lateness lateness;
    private final Doubts doubts;
    private final Machines machines;
    private Tally tally = Tally.NONE;
    private Position last = new Position(1, 0, 0);
    private boolean settled;

    public Reception(
            String source,
            MessageReader reader,
            @Nullable Duration historicalAfter,
            Machines machines,
            Outlet outlet,
            Clock clock) {
        this.reader = reader;
        this.outlet = outlet;
        this.clock = clock;
        this.machines = machines;
        this.lateness = historicalAfter == null ? null : new Lateness(historicalAfter);
        this.doubts = new Doubts(source, machines, clock, new Said());
    }

    /** Takes up what an earlier intake of this source kept. */
    public void restore(Map<String, byte[]> kept) {
        kept.forEach((name, value) -> {
            if (name.equals(POSITION)) {
                last = Position.parse(new String(value, StandardCharsets.UTF_8));
            } else if (name.startsWith(ISSUE)) {
                doubts.restore(value);
            }
        });
    }

    /** Takes in one message. */
    public void take(Message message) {
        var receivedAt = clock.instant();
        tally = tally.plus(1, 0, 0, 0);
        for (var taken : reader.read(message, receivedAt)) {
            last = after(last, receivedAt.toEpochMilli());
            if (taken instanceof Taken.Read read) {
                write(read, message.retained());
            } else if (taken instanceof Taken.Refused refused) {
                outlet.refuse(refused.refusal(), origin(refused.shown(), refused.number()));
                tally = tally.plus(0, 0, 1, 0);
            } else {
                tally = tally.plus(0, 0, 0, 1);
            }
        }
    }

    /** Closes the issues that are over. */
    public void settle() {
        if (!settled && machines.isComplete()) {
            settled = true;
            doubts.settleAll();
        }
        doubts.settle();
    }

    /** Ends a batch: keeps where it ended, and says what it held. */
    public Tally endBatch() {
        var held = tally;
        tally = Tally.NONE;
        if (held.messages() > 0) {
            outlet.keep(POSITION, last.toString().getBytes(StandardCharsets.UTF_8));
        }
        return held;
    }

    /** What the present batch holds so far. */
    public Tally soFar() {
        return tally;
    }

    private void write(Taken.Read read, boolean retained) {
        boolean late = lateness != null && lateness.isLate(read.reading());
        var reading = retained || late ? historical(read.reading()) : read.reading();
        outlet.write(new Output.Upsert(Topics.READINGS, read.key(), reading), last, origin(read.shown(), 0));
        doubts.look(reading);
        tally = tally.plus(0, 1, 0, 0);
    }

    private static SensorReading historical(SensorReading reading) {
        return SensorReading.newBuilder(reading).setHistorical(true).build();
    }

    /** Later than all before it, also where the clock was set back. */
    private static Position after(Position last, long millis) {
        return millis > last.offset()
                ? new Position(last.epoch(), millis, 0)
                : new Position(last.epoch(), last.offset(), last.ordinal() + 1);
    }

    private Origin origin(Shown shown, int number) {
        var within = number == 0 ? "" : ", reading " + number;
        return new Origin(
                "MQTT message " + last + within + " on " + shown.topic(),
                shown.topic(),
                null,
                null,
                null,
                shown.value(),
                headers(shown));
    }

    private static Map<String, ByteBuffer> headers(Shown shown) {
        if (shown.properties().isEmpty()) {
            return Map.of();
        }
        var headers = new HashMap<String, ByteBuffer>();
        shown.properties().forEach((name, value) -> headers.put(name, StandardCharsets.UTF_8.encode(value)));
        return headers;
    }

    /** What the doubts say goes the way of everything else. */
    private final class Said implements Doubts.Outlet {

        @Override
        public void report(QualityIssue issue) {
            outlet.report(issue);
        }

        @Override
        public void keep(String subject, byte @Nullable [] value) {
            outlet.keep(ISSUE + subject, value);
        }
    }
}
