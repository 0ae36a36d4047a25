package dev.vigia.app.sim.trade;

import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.trade.book.BusinessDay;
import dev.vigia.app.sim.trade.book.Planned;
import dev.vigia.app.sim.trade.demand.MarketState;
import dev.vigia.app.sim.trade.order.OrderBook;
import dev.vigia.app.sim.trade.product.Catalogue;
import dev.vigia.app.sim.trade.product.Product;
import dev.vigia.app.sim.trade.stock.StockState;
import dev.vigia.app.sim.trade.stock.Warehouses;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes products into the books, with a price and a place in every warehouse: the first ones, later the new ones. */
record Assortment(Catalogue catalogue, Warehouses warehouses) {

    Planned<TradeState> open(BusinessDay first) {
        var products = catalogue.products().stream()
                .filter(product -> product.introducedOn().isBefore(first.date()))
                .toList();
        var stock = warehouses.open(products, first.start());
        var market = new MarketState(Map.of(), prices(products, Map.of()));
        var state = new TradeState(market, OrderBook.EMPTY, stock.state(), Map.of());
        return new Planned<>(state, rows(products, "active", first.start(), stock));
    }

    Planned<TradeState> renew(BusinessDay day, TradeState state) {
        var products = catalogue.products().stream()
                .filter(product -> product.introducedOn().equals(day.date()))
                .toList();
        var stock = warehouses.introduce(products, state.stock(), day.morning());
        var market = new MarketState(
                state.market().levels(), prices(products, state.market().prices()));
        var renewed = new TradeState(market, state.orders(), stock.state(), state.week());
        return new Planned<>(renewed, rows(products, "planned", day.morning(), stock));
    }

    private static List<RowChange> rows(List<Product> products, String status, Instant at, Planned<StockState> stock) {
        var rows = new ArrayList<RowChange>();
        products.forEach(product -> rows.addAll(MasterData.product(product, status, at)));
        rows.addAll(stock.changes());
        return rows;
    }

    private static Map<String, BigDecimal> prices(List<Product> products, Map<String, BigDecimal> known) {
        var prices = new TreeMap<>(known);
        products.forEach(product -> prices.put(product.sku(), product.firstPrice()));
        return prices;
    }
}
