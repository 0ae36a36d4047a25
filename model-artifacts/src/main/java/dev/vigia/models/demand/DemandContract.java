package dev.vigia.models.demand;

import dev.vigia.models.TensorSpec;
import java.util.ArrayList;
import java.util.List;

/** What every demand model reads and says; values are raw units and money, all scaling is inside the graph. */
public final class DemandContract {

    public static final String KIND = "demand";

    /** Weeks that a model sees; a shorter history stands at the right, with unseen weeks before it. */
    public static final int CONTEXT = 104;

    /** Weeks that it forecasts. */
    public static final int HORIZON = 26;

    public static final List<String> CHANNELS = List.of("units", "revenue");

    /** Places of the channels. */
    public static final int UNITS = 0;

    public static final int REVENUE = 1;

    public static final List<Double> LEVELS = List.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9);

    static final TensorSpec VALUES = floats("values", CONTEXT, CHANNELS.size());

    /** 1 where a value was seen, a zero too; 0 where it was not, and the value is then 0. */
    static final TensorSpec OBSERVED = floats("observed", CONTEXT, CHANNELS.size());

    /** 0 is unknown; the names of the others stand in the manifest. */
    static final TensorSpec REGION = new TensorSpec("region", "int64", List.of(TensorSpec.BATCH));

    static final TensorSpec MEAN = floats("mean", HORIZON, CHANNELS.size());
    static final TensorSpec QUANTILES = floats("quantiles", HORIZON, CHANNELS.size(), LEVELS.size());

    static final List<TensorSpec> INPUTS = List.of(VALUES, OBSERVED, REGION);
    static final List<TensorSpec> OUTPUTS = List.of(MEAN, QUANTILES);

    /** Numbers of one window in each tensor. */
    static final int WINDOW = CONTEXT * CHANNELS.size();

    static final int MEANS = HORIZON * CHANNELS.size();
    static final int QUANTILE_VALUES = MEANS * LEVELS.size();

    private DemandContract() {}

    private static TensorSpec floats(String name, long... lengths) {
        var shape = new ArrayList<Long>(List.of(TensorSpec.BATCH));
        for (long length : lengths) {
            shape.add(length);
        }
        return new TensorSpec(name, "float32", shape);
    }
}
