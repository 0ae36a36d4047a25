package dev.vigia.topology.demand.state;

/**
 * How far a source has been swept: what its new epoch did not show is taken back, first orders, then lines.
 *
 * @param done the newest epoch that has been swept
 * @param stage at which it is now
 * @param next the key to go on with
 */
public record Sweep(long done, Stage stage, String next) {

    /** A source whose first epoch is its first sight: nothing older is there. */
    public static final Sweep NONE = new Sweep(0, Stage.IDLE, "");

    /** What is being swept. */
    public enum Stage {
        IDLE,
        ORDERS,
        LINES
    }

    public Sweep begun() {
        return new Sweep(done, Stage.ORDERS, "");
    }

    public Sweep at(Stage now, String key) {
        return new Sweep(done, now, key);
    }

    public Sweep ended(long epoch) {
        return new Sweep(epoch, Stage.IDLE, "");
    }

    public boolean isActive() {
        return stage != Stage.IDLE;
    }
}
