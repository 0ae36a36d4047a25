package dev.vigia.models.demand;

/** Makes forecasts from windows, by a model or by a rule. Any number of threads may use one, each with its own batch. */
public interface DemandScorer {

    /** What is said to have made a forecast. */
    String name();

    /**
     * Makes the forecasts of all windows of a batch.
     *
     * @throws UnusableWindowsException naming each window that cannot be scored or whose forecast cannot be true; no
     *     forecast of the batch can then be read, and the others may be scored again without those
     */
    void score(DemandBatch batch);
}
