package dev.vigia.connect.mqtt.message;

import dev.vigia.connect.mapping.Found;
import dev.vigia.connect.mapping.Made;
import dev.vigia.connect.mapping.Refusal;
import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.ColumnType;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import dev.vigia.schema.SensorReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the messages of one shape of topic. Any thread. */
public final class TopicReader {

    /** The column that says when the message was received. */
    public static final String RECEIVED_AT = "receivedAt";

    static final String IN_PAYLOAD = "payload ";

    private record Pair(int topic, int payload, String name) {}

    private final TopicPattern pattern;
    private final Payload payload;
    private final Rule rule;
    private final TableShape shape;
    private final Veil veil;
    private final List<Pair> agreeing = new ArrayList<>();

    /**
     * A reader; its rule is bound to the {@link #shape} of these.
     *
     * @param hidden columns that must not be shown
     */
    public TopicReader(TopicPattern pattern, Payload payload, Rule rule, Set<String> hidden) {
        this.pattern = pattern;
        this.payload = payload;
        this.shape = shape(pattern, payload);
        this.rule = rule;
        this.veil = new Veil(pattern, hidden);
        for (var name : pattern.names()) {
            if (shape.has(IN_PAYLOAD + name)) {
                agreeing.add(new Pair(shape.indexOf(name), shape.indexOf(IN_PAYLOAD + name), name));
            }
        }
    }

    /**
     * The columns that a message of such a topic has: the names of the topic, when it came, and those of the payload. What
     * has the same name in the topic and in the payload must say the same.
     */
    public static TableShape shape(TopicPattern pattern, Payload payload) {
        var columns = new ArrayList<Column>();
        pattern.names().forEach(name -> columns.add(new Column(name, ColumnType.TEXT, "level of the topic")));
        columns.add(new Column(RECEIVED_AT, ColumnType.INSTANT, "timestamptz"));
        var taken = columns.stream().map(Column::name).collect(Collectors.toSet());
        payload.columns().forEach(column -> columns.add(taken.contains(column.name()) ? aside(column) : column));
        return new TableShape(new TableId("", "messages"), columns, List.of());
    }

    private static Column aside(Column column) {
        return new Column(IN_PAYLOAD + column.name(), column.type(), column.declared());
    }

    public TopicPattern pattern() {
        return pattern;
    }

    /** Whether the mapping hashes or hides anything of such messages. */
    boolean hides() {
        return veil.hides();
    }

    /** What a message comes to; null where its topic has another shape. */
    @Nullable
    List<Taken> read(Message message, Instant receivedAt) {
        var names = pattern.match(message.topic());
        if (names == null) {
            return null;
        }
        try {
            int offset = names.size() + 1;
            var parts = payload.parts(message.payload(), offset, shape.columns().size());
            var taken = new ArrayList<Taken>(parts.size());
            for (var part : parts) {
                taken.add(read(message, part, row(part, names, receivedAt)));
            }
            return taken;
        } catch (UnreadableException e) {
            var refusal = refusal(e.reason(), veil.words(String.valueOf(e.getMessage())));
            return List.of(new Taken.Refused(refusal, veil.message(message), 0));
        }
    }

    private Row row(Part part, List<String> names, Instant receivedAt) {
        var values = part.values();
        for (int i = 0; i < names.size(); i++) {
            values[i] = names.get(i).isEmpty() ? null : Cells.text(names.get(i), ColumnType.TEXT);
        }
        values[names.size()] = receivedAt;
        return new Row(shape, values);
    }

    private Taken read(Message message, Part part, Row row) {
        var wrong = wrong(part, row);
        var made = wrong == null ? rule.make(row, Found.nothing()) : new Made.Refused(null, wrong);
        if (made instanceof Made.Mapped mapped) {
            return new Taken.Read(mapped.key(), (SensorReading) mapped.value(), veil.message(message));
        }
        return made instanceof Made.Refused refused
                ? new Taken.Refused(refused.refusal(), veil.reading(message, part, row), part.number())
                : new Taken.Excluded();
    }

    /** Why a part is no reading of this topic; null where it may be one. */
    private @Nullable Refusal wrong(Part part, Row row) {
        if (part.wrong() != null) {
            return refusal("unreadable", "the reading " + part.wrong());
        }
        for (var pair : agreeing) {
            var said = row.get(pair.payload());
            if (said != null && !Objects.equals(row.get(pair.topic()), said)) {
                return refusal("topic-mismatch", mismatch(pair, row));
            }
        }
        return null;
    }

    private String mismatch(Pair pair, Row row) {
        return veil.hides(pair.name())
                ? pair.name() + " is another in the topic than in the payload"
                : pair.name() + " is " + row.get(pair.topic()) + " in the topic and " + row.get(pair.payload())
                        + " in the payload";
    }

    private Refusal refusal(String reason, String detail) {
        return new Refusal(reason, detail, pattern.toString());
    }
}
