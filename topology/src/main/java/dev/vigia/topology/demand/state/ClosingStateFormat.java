package dev.vigia.topology.demand.state;

import dev.vigia.domain.BusinessWeek;

/** How far a partition has closed, as bytes. */
public final class ClosingStateFormat {

    private static final int FORMAT = 1;
    private static final int USUAL_SIZE = 32;

    private static final int DONE = 0;
    private static final int UNDER_WAY = 1;

    private ClosingStateFormat() {}

    public static byte[] write(ClosingState state) {
        var writer = new StateWriter(FORMAT, USUAL_SIZE).number(state.through().number());
        return state.next() == null
                ? writer.bits(DONE).bytes()
                : writer.bits(UNDER_WAY).text(state.next()).bytes();
    }

    public static ClosingState read(byte[] bytes) {
        var reader = new StateReader(bytes, FORMAT, "closing");
        var through = new BusinessWeek(reader.whole());
        return new ClosingState(through, reader.bits() == DONE ? null : reader.text());
    }
}
