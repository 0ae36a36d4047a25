package dev.vigia.app.sim.plant.machine;

/** A kind of machine: what is normal for it, and what it tends to die of. */
@SuppressWarnings("ImmutableEnumChecker") // records of numbers are immutable
public enum MachineClass {
    PUMP_MOTOR("pump motor", new Nature(42, 1.9, 38, 0.9), new Proneness(0.36, 0.24, 0.18, 0.22)),
    FAN("fan", new Nature(28, 2.4, 30, 0.6), new Proneness(0.28, 0.40, 0.14, 0.18)),
    COMPRESSOR("compressor", new Nature(96, 2.9, 46, 1.3), new Proneness(0.28, 0.14, 0.24, 0.34)),
    CONVEYOR("conveyor", new Nature(17, 1.5, 27, 0.7), new Proneness(0.34, 0.32, 0.22, 0.12)),
    MILL("mill", new Nature(145, 3.8, 43, 1.8), new Proneness(0.38, 0.24, 0.20, 0.18));

    private final String code;
    private final Nature nature;
    private final Proneness proneness;

    MachineClass(String code, Nature nature, Proneness proneness) {
        this.code = code;
        this.nature = nature;
        this.proneness = proneness;
    }

    public String code() {
        return code;
    }

    Nature nature() {
        return nature;
    }

    /** The share of its breakdowns that a failure mode has. */
    double proneness(FailureMode mode) {
        return proneness.to(mode);
    }

    private record Proneness(double bearing, double imbalance, double winding, double cooling) {

        double to(FailureMode mode) {
            return switch (mode) {
                case BEARING -> bearing;
                case IMBALANCE -> imbalance;
                case WINDING -> winding;
                case COOLING -> cooling;
            };
        }
    }
}
