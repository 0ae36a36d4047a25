package dev.vigia.topology.demand.state;

import dev.vigia.domain.BusinessWeek;

/** What is open of a series, as bytes. */
public final class OpenWeeksFormat {

    private static final int FORMAT = 1;
    private static final int USUAL_SIZE = 8;

    private OpenWeeksFormat() {}

    public static byte[] write(OpenWeeks open) {
        return new StateWriter(FORMAT, USUAL_SIZE)
                .number(open.from().number())
                .number(open.cells())
                .bytes();
    }

    public static OpenWeeks read(byte[] bytes) {
        var reader = new StateReader(bytes, FORMAT, "series");
        return new OpenWeeks(new BusinessWeek(reader.whole()), reader.whole());
    }
}
