package dev.vigia.app.mqtt;

import dev.vigia.connect.mapping.Found;
import dev.vigia.connect.mapping.Keyed;
import dev.vigia.connect.mapping.Lookup;
import dev.vigia.connect.mapping.Made;
import dev.vigia.connect.mapping.Refusal;
import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.mqtt.message.JsonPayload;
import dev.vigia.connect.mqtt.message.MessageReader;
import dev.vigia.connect.mqtt.message.TopicPattern;
import dev.vigia.connect.mqtt.message.TopicReader;
import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.ColumnType;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.Unusable;
import dev.vigia.schema.SensorReading;
import dev.vigia.schemas.Topic;
import dev.vigia.schemas.Topics;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class PlantRule implements Rule {
    static MessageReader reader() {
        var pattern = TopicPattern.parse("plant/{asset}/{measure}");
        var payload = new JsonPayload(List.of(
                new Column("machine", ColumnType.TEXT, ""),
                new Column("kind", ColumnType.TEXT, ""),
                new Column("value", ColumnType.NUMBER, ""),
                new Column("unit", ColumnType.TEXT, ""),
                new Column("observedAt", ColumnType.INSTANT, ""),
                new Column("id", ColumnType.TEXT, "")));
        return new MessageReader(List.of(new TopicReader(
                pattern, payload, TopicReader.shape(pattern, payload), new PlantRule(), Map.of("asset", "machine"))));
    }

    @Override
    public String name() {
        return "sensor.reading.v1";
    }

    @Override
    public Topic topic() {
        return Topics.READINGS;
    }

    @Override
    public Class<SensorReading> type() {
        return SensorReading.class;
    }

    @Override
    public TableId from() {
        return TableId.parse("x");
    }

    @Override
    public List<Lookup> lookups() {
        return List.of();
    }

    @Override
    public Keyed key(Row row) {
        return new Keyed.Key("x");
    }

    @Override
    public Set<String> keyColumns() {
        return Set.of();
    }

    @Override
    public Made make(Row row, Found found) {
        for (var c : List.of("asset", "measure", "value", "unit", "observedAt")) {
            var v = row.get(c);
            if (v == null) return new Made.Refused(null, new Refusal("missing-value", c, "plant"));
            if (v instanceof Unusable u)
                return new Made.Refused(null, new Refusal(u.reason(), c + " " + u.text() + " " + u.detail(), "plant"));
        }
        return new Made.Mapped(
                (String) row.get("asset"),
                SensorReading.newBuilder()
                        .setAsset((String) row.get("asset"))
                        .setMeasure((String) row.get("measure"))
                        .setValue(((BigDecimal) row.get("value")).doubleValue())
                        .setUnit((String) row.get("unit"))
                        .setObservedAt((Instant) row.get("observedAt"))
                        .setReceivedAt((Instant) row.get("receivedAt"))
                        .setReadingId((String) row.get("id"))
                        .build());
    }
}
