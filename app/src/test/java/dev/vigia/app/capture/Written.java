package dev.vigia.app.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.app.topics.TopicContents;
import dev.vigia.schema.CaptureProgress;
import dev.vigia.schema.Deleted;
import dev.vigia.schema.ProgressMarker;
import dev.vigia.schema.SalesLine;
import dev.vigia.schemas.Position;
import dev.vigia.schemas.Topic;
import dev.vigia.schemas.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What is committed in the topics of a shop. */
record Written(TopicContents contents) {

    /** The quantity of every line by key, of its newest record. Fails where positions of a key do not grow. */
    Map<String, String> lines() {
        var lines = new TreeMap<String, String>();
        var positions = new HashMap<String, Position>();
        for (var record : contents.all(Topics.SALES_LINES)) {
            if (record.value() instanceof SalesLine || record.value() instanceof Deleted) {
                grow(positions, record.key(), Position.of(record.headers()));
            }
            if (record.value() instanceof SalesLine line) {
                lines.put(record.key(), line.getQuantity().toPlainString());
            } else if (record.value() instanceof Deleted) {
                lines.remove(record.key());
            }
        }
        return lines;
    }

    /** The reasons of the deletes of lines, by key. */
    Map<String, String> deletes() {
        var deletes = new TreeMap<String, String>();
        for (var record : contents.all(Topics.SALES_LINES)) {
            if (record.value() instanceof Deleted deleted) {
                deletes.put(record.key(), deleted.getReason().name());
            }
        }
        return deletes;
    }

    List<ProgressMarker> markers(Topic topic) {
        return values(topic, ProgressMarker.class);
    }

    CaptureProgress newestProgress() {
        var all = values(Topics.CAPTURE_PROGRESS, CaptureProgress.class);
        assertThat(all).isNotEmpty();
        return all.get(all.size() - 1);
    }

    <T extends SpecificRecord> List<T> values(Topic topic, Class<T> type) {
        var values = new ArrayList<T>();
        contents.read(topic, record -> {
            if (type.isInstance(record.value())) {
                values.add(type.cast(record.value()));
            }
        });
        return values;
    }

    private static void grow(Map<String, Position> positions, String key, @Nullable Position position) {
        if (position == null) {
            throw new AssertionError("the record of " + key + " has no position");
        }
        var before = positions.put(key, position);
        if (before != null && before.compareTo(position) >= 0) {
            throw new AssertionError("the position of " + key + " went from " + before + " to " + position);
        }
    }
}
