package dev.vigia.topology.demand;

import dev.vigia.schemas.Keys;
import dev.vigia.schemas.Topics;
import dev.vigia.topology.demand.event.WeekEvent;
import dev.vigia.topology.demand.event.WeekEvent.WeekTold;
import dev.vigia.topology.demand.event.WeekEvent.WeekTooOld;
import dev.vigia.topology.demand.event.WeekEvent.WeeksPassed;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Turns what is told of weeks into records, in the order in which it is told. Keeps nothing. */
public final class WeekTeller extends ContextualProcessor<String, WeekEvent, String, SpecificRecord> {

    private final WeekRecords records;

    public WeekTeller(DemandSettings settings) {
        this.records = new WeekRecords(settings);
    }

    @Override
    public void process(Record<String, WeekEvent> record) {
        var event = record.value();
        var now = Instant.ofEpochMilli(context().currentSystemTimeMs());
        if (event instanceof WeekTold told) {
            forward(record, WeekRecords.key(told.series()), records.week(told, now));
        } else if (event instanceof WeeksPassed passed) {
            var key = Keys.progress(passed.source(), Topics.DEMAND_WEEKS.name(), passed.partition());
            forward(record, key, records.progress(passed, now));
        } else if (event instanceof WeekTooOld old) {
            forward(record, WeekRecords.key(old.series()), records.tooOld(old, now));
        }
    }

    private void forward(Record<String, WeekEvent> record, String key, SpecificRecord value) {
        context().forward(record.withKey(key).withValue(value));
    }
}
