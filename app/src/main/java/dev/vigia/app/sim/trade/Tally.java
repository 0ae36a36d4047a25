package dev.vigia.app.sim.trade;

import java.math.BigDecimal;

/** The truth about a series since Monday: what was to be expected, what was wanted, what of it was lost. */
record Tally(double mean, BigDecimal demand, BigDecimal lost, int daysOut) {

    Tally plus(Tally other) {
        return new Tally(mean + other.mean, demand.add(other.demand), lost.add(other.lost), daysOut + other.daysOut);
    }
}
