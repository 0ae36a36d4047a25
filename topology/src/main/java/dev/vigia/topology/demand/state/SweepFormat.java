package dev.vigia.topology.demand.state;

/** How far a source has been swept, as bytes. */
public final class SweepFormat {

    private static final int FORMAT = 1;
    private static final int USUAL_SIZE = 32;

    private SweepFormat() {}

    public static byte[] write(Sweep sweep) {
        return new StateWriter(FORMAT, USUAL_SIZE)
                .number(sweep.done())
                .text(sweep.stage().name())
                .text(sweep.next())
                .bytes();
    }

    public static Sweep read(byte[] bytes) {
        var reader = new StateReader(bytes, FORMAT, "sweep");
        return new Sweep(reader.number(), Sweep.Stage.valueOf(reader.text()), reader.text());
    }
}
