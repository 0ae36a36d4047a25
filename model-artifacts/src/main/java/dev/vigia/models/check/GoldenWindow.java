package dev.vigia.models.check;

import dev.vigia.models.demand.DemandBatch;
import dev.vigia.models.demand.DemandContract;
import java.util.stream.IntStream;

/** A window, and the forecast that the model's author saw for it; a program that makes models writes the same file. */
final class GoldenWindow {

    private static final int CHANNELS = DemandContract.CHANNELS.size();

    private final int number;
    private final long region;
    private final float[] values;
    private final float[] observed;
    private final float[] mean;
    private final float[] quantiles;

    /** Takes its numbers from the fields of the file. */
    GoldenWindow(int number, long region, GoldenFields fields) {
        this.number = number;
        this.region = region;
        this.values = fields.numbers("values", DemandContract.CONTEXT, CHANNELS);
        this.observed = fields.numbers("observed", DemandContract.CONTEXT, CHANNELS);
        this.mean = fields.numbers("mean", DemandContract.HORIZON, CHANNELS);
        this.quantiles = fields.numbers("quantiles", DemandContract.HORIZON, CHANNELS, DemandContract.LEVELS.size());
    }

    void addTo(DemandBatch batch) {
        batch.add("golden window " + number, region, values, observed);
    }

    /** How far the forecast at a place of a batch is from this one, at its farthest. */
    Deviation deviation(DemandBatch batch, int place) {
        var farthest = Deviation.NONE;
        for (int channel = 0; channel < CHANNELS; channel++) {
            double scale = scale(channel);
            for (int week = 0; week < DemandContract.HORIZON; week++) {
                farthest = farthest.orFarther(deviation(batch, place, new Spot(week, channel, scale)));
            }
        }
        return farthest;
    }

    private Deviation deviation(DemandBatch batch, int place, Spot spot) {
        var forecasts = batch.forecasts();
        var farthest = Deviation.of(
                number,
                spot.words("mean"),
                mean[spot.number()],
                forecasts.mean(place, spot.week, spot.channel),
                spot.scale);
        int levels = DemandContract.LEVELS.size();
        for (int level = 0; level < levels; level++) {
            farthest = farthest.orFarther(Deviation.of(
                    number,
                    spot.words("quantile " + DemandContract.LEVELS.get(level)),
                    quantiles[spot.number() * levels + level],
                    forecasts.quantile(place, spot.week, spot.channel, level),
                    spot.scale));
        }
        return farthest;
    }

    /** The mean of what was seen, or, where that is nothing, the most that is forecast. */
    private double scale(int channel) {
        double sum = 0;
        double seen = 0;
        for (int i = channel; i < values.length; i += CHANNELS) {
            sum += Math.abs(values[i]) * observed[i];
            seen += observed[i];
        }
        return sum > 0 ? sum / seen : greatestMean(channel);
    }

    private double greatestMean(int channel) {
        return IntStream.range(0, DemandContract.HORIZON)
                .mapToDouble(week -> Math.abs(mean[week * CHANNELS + channel]))
                .max()
                .orElse(0);
    }

    /** A week ahead of a channel, whose values are of about this size. */
    private record Spot(int week, int channel, double scale) {

        int number() {
            return week * CHANNELS + channel;
        }

        String words(String what) {
            return what + " of " + DemandContract.CHANNELS.get(channel) + " in week " + (week + 1) + " ahead";
        }
    }
}
