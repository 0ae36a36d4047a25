package dev.vigia.app.sim.trade.demand;

import java.math.BigDecimal;

/**
 * What is asked for of a series on a day, and on which terms.
 *
 * @param mean what is truly to be expected, cancelled orders left out, in pieces or metres
 * @param steps what chance made of it, cancelled orders included, in the category's steps
 * @param promotionPercent what a promotion takes off the list price
 */
public record Demanded(Series series, double mean, int steps, BigDecimal listPrice, int promotionPercent) {}
