package dev.vigia.bench.fuzz;

import dev.vigia.app.selftest.MalformedEnvelopes;
import dev.vigia.connect.envelope.Event;
import dev.vigia.connect.envelope.EventFormat;
import dev.vigia.connect.envelope.MappedColumns;
import dev.vigia.connect.envelope.TopicEvents;
import dev.vigia.connect.envelope.TopicOrigin;
import dev.vigia.connect.mapping.Mapping;
import dev.vigia.connect.mapping.Salt;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.record.RowByRow;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Change events in JSON, with and without schema, as they lie in topics of Debezium. */
final class EnvelopeNoise implements WayIn {

    private static final TableId TABLE = TableId.parse(MalformedEnvelopes.TABLE);
    private static final TopicOrigin ORIGIN =
            new TopicOrigin("shop." + TABLE, TABLE, Instant.parse("2026-03-02T08:00:00Z"));
    private static final byte[] KEY = "{\"product\":\"P-1\",\"place\":\"SP\"}".getBytes(StandardCharsets.UTF_8);

    private final Mapping mapping = Mapping.parse("events.yaml", MalformedEnvelopes.MAPPING);
    private final TopicEvents events =
            new TopicEvents(EventFormat.AUTO, MappedColumns.of(mapping, List.of(TABLE)), null);
    private final Map<TableShape, RowByRow> rules = new HashMap<>();
    private final Encoded encoded = new Encoded();
    private long written;
    private long refused;
    private long excluded;

    @Override
    public Count feed(int lines, Noise noise) {
        for (int i = 0; i < lines; i++) {
            take(events.read(
                    ORIGIN, noise.onceIn(9) ? noise.spoiled("{\"product\":1}") : KEY, noise.spoiled(event(noise))));
        }
        return new Count("envelopes", lines, lines, written, refused, excluded);
    }

    private void take(Event event) {
        if (event instanceof Event.Unreadable) {
            refused++;
        } else if (event instanceof Event.Changed changed
                && changed.change().table().equals(TABLE)) {
            take(changed);
        } else {
            excluded++;
        }
    }

    /** An update may come to two outputs; the event counts once. */
    private void take(Event.Changed changed) {
        var outputs = new ArrayList<Output>();
        rules.computeIfAbsent(changed.shape(), this::rule).translate(changed.change(), outputs::add);
        for (var output : outputs) {
            if (output instanceof Output.Upsert upsert) {
                encoded.write(upsert.value());
            }
        }
        if (outputs.stream().anyMatch(Output.Refused.class::isInstance)) {
            refused++;
        } else if (outputs.isEmpty()) {
            excluded++;
        } else {
            written++;
        }
    }

    private RowByRow rule(TableShape shape) {
        return new RowByRow(mapping.bind(Map.of(TABLE, shape), Salt.none()).get(0));
    }

    private static String event(Noise noise) {
        var before = noise.onceIn(3) ? row(noise) : "null";
        var after = noise.onceIn(8) ? noise.json(0) : row(noise);
        var op = noise.onceIn(30) ? noise.nasty() : noise.one(List.of("c", "u", "d", "r"));
        var envelope = "{\"op\":" + Noise.quoted(op) + ",\"source\":"
                + (noise.onceIn(40) ? noise.json(0) : "{\"schema\":\"public\",\"table\":\"stock\",\"lsn\":7}")
                + ",\"before\":" + before + ",\"after\":" + after + "}";
        return switch (noise.below(12)) {
            case 0 -> noise.json(0);
            case 1 -> "{\"schema\":" + noise.json(0) + ",\"payload\":" + envelope + "}";
            case 2 -> row(noise);
            default -> envelope;
        };
    }

    private static String row(Noise noise) {
        return "{\"product\":" + value(noise, "\"P-1\"") + ",\"place\":" + value(noise, "\"SP\"") + ",\"on_hand\":"
                + value(noise, "5") + ",\"measured_at\":" + value(noise, "\"2026-03-02T08:00:00Z\"") + ",\"state\":"
                + value(noise, "\"free\"") + ",\"more\":" + value(noise, "null") + "}";
    }

    private static String value(Noise noise, String good) {
        return noise.onceIn(25) ? noise.json(1) : good;
    }
}
