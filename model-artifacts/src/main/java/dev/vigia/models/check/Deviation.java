package dev.vigia.models.check;

import java.util.Locale;

/**
 * How far a forecast is from the one that the model's author saw.
 *
 * @param share of the wanted value, or of the window's size where the value is below that
 * @param window its number in the file, from 1; 0 where there is none
 */
public record Deviation(double share, int window, String place, double wanted, double got) {

    static final Deviation NONE = new Deviation(0, 0, "", 0, 0);

    static Deviation of(int window, String place, double wanted, double got, double scale) {
        double difference = Math.abs(got - wanted);
        double share = difference == 0 ? 0 : difference / Math.max(Math.abs(wanted), scale);
        return new Deviation(share, window, place, wanted, got);
    }

    Deviation orFarther(Deviation other) {
        return other.share > share ? other : this;
    }

    @Override
    public String toString() {
        return window == 0
                ? "none"
                : String.format(
                        Locale.ROOT, "%.1e: window %d, %s: %s expected, %s here", share, window, place, wanted, got);
    }
}
