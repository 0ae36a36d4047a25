/** What the company sells, where, and on which terms: products, regions, prices and promotions. */
@NullMarked
package dev.vigia.app.sim.trade.product;

import org.jspecify.annotations.NullMarked;
