package dev.vigia.app.sim.plant.machine;

/** How a machine wears out: each way shows in other channels, at another stage, and is mended differently. */
@SuppressWarnings("ImmutableEnumChecker") // records of numbers and words are immutable
public enum FailureMode {
    /** Shows late, then fast, in bursts of vibration. */
    BEARING(
            "bearing",
            new Onset(3.0, 0.0),
            new Symptoms(4.2, 0.22, 12, 0.02, 0.01),
            new Wording("Tripped on vibration, drive-end bearing noisy and hot", "Bearings replaced, shaft aligned")),
    /** Shows early, but only under load, and in a restless current. */
    IMBALANCE(
            "imbalance",
            new Onset(2.4, 1.5),
            new Symptoms(3.8, 0.01, 4, 0.03, 0.09),
            new Wording(
                    "Tripped on vibration at load, coupling damaged", "Rotor balanced, coupling replaced and aligned")),
    /** Draws more current and heats the motor. */
    WINDING(
            "winding",
            new Onset(2.5, 1.0),
            new Symptoms(0.06, 0.0, 55, 0.55, 0.04),
            new Wording(
                    "Earth fault, overcurrent trip, smell of burnt insulation", "Stator rewound, insulation tested")),
    /** Heats the motor first, hardly anything else. */
    COOLING(
            "cooling",
            new Onset(2.4, 1.0),
            new Symptoms(0.15, 0.01, 62, 0.03, 0.005),
            new Wording("Tripped on overtemperature", "Cooling path cleaned, fan and lubricant replaced"));

    private final String code;
    private final Onset onset;
    private final Symptoms atTheEnd;
    private final Wording wording;

    FailureMode(String code, Onset onset, Symptoms atTheEnd, Wording wording) {
        this.code = code;
        this.onset = onset;
        this.atTheEnd = atTheEnd;
        this.wording = wording;
    }

    public String code() {
        return code;
    }

    /** What the operator reports when the machine has stopped. */
    public String complaint() {
        return wording.complaint;
    }

    /** What the mechanic writes when it runs again. */
    public String remedy() {
        return wording.remedy;
    }

    Symptoms symptoms(double wear, double load) {
        return atTheEnd.times(onset.severity(wear, load));
    }

    /** How the symptoms grow: with a power of the wear, and with a power of the load. */
    private record Onset(double wearPower, double loadPower) {

        double severity(double wear, double load) {
            return Math.pow(wear, wearPower) * Math.pow(load, loadPower);
        }
    }

    private record Wording(String complaint, String remedy) {}
}
