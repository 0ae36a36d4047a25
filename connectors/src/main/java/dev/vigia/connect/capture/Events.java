package dev.vigia.connect.capture;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/** Tells Debezium's events apart. */
final class Events {

    private static final String TRANSACTIONS = EngineSettings.NAME + ".transaction";
    private static final String SNAPSHOT = "snapshot";

    private Events() {}

    /** What an event is. */
    enum Kind {
        ROW,
        TRUNCATE,
        BEGIN,
        END,
        /** Debezium's own sign of life, not our table's. */
        TICK,
        OTHER
    }

    static Kind kind(SourceRecord event) {
        if (!(event.value() instanceof Struct value)) {
            return Kind.OTHER;
        }
        if (value.schema().field("op") != null) {
            return "t".equals(value.getString("op")) ? Kind.TRUNCATE : Kind.ROW;
        }
        if (event.topic().equals(TRANSACTIONS)) {
            return "END".equals(value.getString("status")) ? Kind.END : Kind.BEGIN;
        }
        return event.topic().startsWith("__debezium-heartbeat") ? Kind.TICK : Kind.OTHER;
    }

    static boolean isOfSnapshot(SourceRecord event) {
        return event.sourceOffset().containsKey(SNAPSHOT);
    }

    /** Where an event lies in the log; 0 where it does not say. */
    static long lsn(SourceRecord event) {
        return event.sourceOffset().get("lsn") instanceof Number lsn ? lsn.longValue() : 0;
    }

    /** When the newest transaction was committed, in milliseconds; 0 where that is not told. */
    static long committedAt(SourceRecord event) {
        return event.sourceOffset().get("ts_usec") instanceof Number micros ? micros.longValue() / 1_000 : 0;
    }

    /** The offset to go on from. */
    static Map<String, Object> offset(SourceRecord event) {
        return new HashMap<>(event.sourceOffset());
    }

    /** The offset to go on from after a snapshot, which took the state of the database at one point of the log. */
    static Map<String, Object> afterSnapshot(SourceRecord event) {
        var offset = new HashMap<String, Object>();
        for (var name : new String[] {"lsn", "txId", "ts_usec"}) {
            if (event.sourceOffset().containsKey(name)) {
                offset.put(name, event.sourceOffset().get(name));
            }
        }
        return offset;
    }
}
