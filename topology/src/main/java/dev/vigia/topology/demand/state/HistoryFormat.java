package dev.vigia.topology.demand.state;

import dev.vigia.domain.Availability;
import dev.vigia.domain.BusinessWeek;
import dev.vigia.domain.ClosedWeek;
import dev.vigia.domain.SeriesHistory;
import java.util.ArrayList;

/** The history of a series as bytes: its first week, then all others in a row. */
public final class HistoryFormat {

    private static final int FORMAT = 1;
    private static final int USUAL_SIZE_OF_WEEK = 12;

    /** Of a week that was there as a whole, as nearly all are. */
    private static final int FULL = 0;

    private static final int PARTLY = 1;
    private static final int NOT_OBSERVED = 2;

    private HistoryFormat() {}

    public static byte[] write(SeriesHistory history) {
        var weeks = history.weeks();
        var writer = new StateWriter(FORMAT, 4 + weeks.size() * USUAL_SIZE_OF_WEEK).number(weeks.size());
        if (!weeks.isEmpty()) {
            writer.number(weeks.get(0).week().number());
        }
        weeks.forEach(week -> write(writer, week));
        return writer.bytes();
    }

    public static SeriesHistory read(byte[] bytes) {
        var reader = new StateReader(bytes, FORMAT, "history");
        int size = reader.whole();
        var weeks = new ArrayList<ClosedWeek>(size);
        int first = size == 0 ? 0 : reader.whole();
        for (int i = 0; i < size; i++) {
            weeks.add(read(reader, new BusinessWeek(first + i)));
        }
        return new SeriesHistory(weeks);
    }

    private static void write(StateWriter writer, ClosedWeek week) {
        var availability = week.availability();
        boolean isFull = availability.equals(Availability.FULL);
        writer.bits(isFull ? FULL : availability.observed() ? PARTLY : NOT_OBSERVED);
        if (!isFull) {
            writer.number(availability.hundredths());
        }
        writer.number(week.revision());
        AmountsFormat.write(writer, week.amounts());
    }

    private static ClosedWeek read(StateReader reader, BusinessWeek week) {
        int kind = reader.bits();
        var availability = kind == FULL ? Availability.FULL : new Availability(kind == PARTLY, reader.whole());
        return new ClosedWeek(week, reader.whole(), AmountsFormat.read(reader), availability);
    }
}
