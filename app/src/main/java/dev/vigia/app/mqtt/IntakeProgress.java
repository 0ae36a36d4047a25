package dev.vigia.app.mqtt;

import dev.vigia.connect.mqtt.MqttIntake.State;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Optional;

/**
 * What people are told of an intake: every change of its state and its first readings at once, then
 * what it took in, every so many looks.
 */
public final class IntakeProgress {

    private static final int LOOKS_A_REPORT = 50;

    private final String source;
    private final MeterRegistry meters;
    private State state = State.STARTING;
    private double received;
    private int looks = LOOKS_A_REPORT;

    public IntakeProgress(String source, MeterRegistry meters) {
        this.source = source;
        this.meters = meters;
    }

    /** A line where there is something new. */
    public Optional<String> news(State now) {
        looks++;
        double known = count("received");
        boolean isDue = looks >= LOOKS_A_REPORT && known != received;
        if (now == state && !isDue) {
            return Optional.empty();
        }
        looks = known == received ? looks : 0;
        received = known;
        state = now;
        return Optional.of(line());
    }

    private String line() {
        return String.format(
                Locale.ROOT,
                "%s: %s; %,.0f readings received = %,.0f written + %,.0f refused + %,.0f excluded",
                state.name().toLowerCase(Locale.ROOT),
                source,
                received,
                count("written"),
                count("refused"),
                count("excluded"));
    }

    private double count(String what) {
        return meters.counter("vigia.mqtt.readings." + what, "source", source).count();
    }
}
