package dev.vigia.topology.demand.state;

import dev.vigia.domain.Passed;
import java.time.Instant;

/** How far an upstream is, as bytes. */
public final class PassedFormat {

    private static final int FORMAT = 1;
    private static final int USUAL_SIZE = 20;

    private PassedFormat() {}

    public static byte[] write(Passed passed) {
        return new StateWriter(FORMAT, USUAL_SIZE)
                .number(passed.epoch())
                .bits(passed.live() ? 1 : 0)
                .number(passed.at().toEpochMilli())
                .number(passed.of())
                .bytes();
    }

    public static Passed read(byte[] bytes) {
        var reader = new StateReader(bytes, FORMAT, "progress");
        return new Passed(reader.number(), reader.bits() == 1, Instant.ofEpochMilli(reader.number()), reader.whole());
    }
}
