package dev.vigia.app.sim.trade.demand;

import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.trade.product.Product;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The true mean of demand: everything that acts on a series, multiplied. */
public final class MeanDemand {

    private static final Occasion[] NO_OCCASIONS = {};
    private static final double DAYS_A_YEAR = 365.25;
    private static final double INFLATION = 0.045;
    private static final double YEARS_OF_GROWTH = 3;

    private final LocalDate start;

    public MeanDemand(CompanySettings settings) {
        start = settings.start();
    }

    /** Of one day, in pieces or metres. */
    double of(Series series, LocalDate day, MarketState market, Offer offer) {
        return quiet(series, day)
                * Math.exp(market.wandered(series))
                * price(series.product(), offer.listPrice(), day)
                * offer.uplift(series.region());
    }

    /** As long as neither level nor price have moved and nothing is promoted: what a planner can know beforehand. */
    public double quiet(Series series, LocalDate day) {
        var product = series.product();
        return Life.factor(product, day)
                * series.level()
                * product.category().step().doubleValue()
                * trend(series, day)
                * Season.of(product.category()).factor(series.region(), day)
                * WorkingDays.share(series.region(), day)
                * occasions(series, day);
    }

    /** Growth that levels off, as no market grows for ever. */
    private double trend(Series series, LocalDate day) {
        return Math.exp(series.growth() * YEARS_OF_GROWTH * Math.tanh(years(day) / YEARS_OF_GROWTH));
    }

    private static double occasions(Series series, LocalDate day) {
        double factor = 1;
        for (var occasion : series.region().isAbroad() ? NO_OCCASIONS : Occasion.values()) {
            factor *= occasion.factor(series.product().category(), day);
        }
        return factor;
    }

    /** Only what a price rises or falls beside all others counts. */
    private double price(Product product, BigDecimal listPrice, LocalDate day) {
        double usual = product.firstPrice().doubleValue() * Math.pow(1 + INFLATION, years(day));
        return Math.pow(listPrice.doubleValue() / usual, -product.category().elasticity());
    }

    private double years(LocalDate day) {
        return Math.max(0, ChronoUnit.DAYS.between(start, day)) / DAYS_A_YEAR;
    }
}
