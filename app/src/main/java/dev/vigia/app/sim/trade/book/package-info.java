/** What every step of a trading day works with: the tables, the rows written to them, the business day, the dice. */
@NullMarked
package dev.vigia.app.sim.trade.book;

import org.jspecify.annotations.NullMarked;
