package dev.vigia.app.sim.trade;

import dev.vigia.app.sim.trade.demand.MarketState;
import dev.vigia.app.sim.trade.order.OrderBook;
import dev.vigia.app.sim.trade.stock.StockState;
import java.util.Map;

/**
 * What the trade side carries from one day to the next.
 *
 * @param week by series: what was truly demanded since Monday
 */
public record TradeState(MarketState market, OrderBook orders, StockState stock, Map<String, Tally> week) {}
