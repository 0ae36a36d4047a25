package dev.vigia.app.sim.trade.stock;

import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.trade.book.BusinessDay;
import dev.vigia.app.sim.trade.book.Planned;
import dev.vigia.app.sim.trade.book.Rows;
import dev.vigia.app.sim.trade.book.Wms;
import dev.vigia.app.sim.trade.demand.Market;
import dev.vigia.app.sim.trade.order.Basket;
import dev.vigia.app.sim.trade.order.GoodsBack;
import dev.vigia.app.sim.trade.product.Catalogue;
import dev.vigia.app.sim.trade.product.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The warehouses of the company: how they begin, take up new products, and close a day. */
public final class Warehouses {

    private final Shelves shelves;
    private final Purchasing purchasing;
    private final QuarterlyMinimum minimum;

    public Warehouses(CompanySettings settings, Catalogue catalogue, Market market) {
        shelves = new Shelves(settings, catalogue, market);
        purchasing = new Purchasing(settings, shelves);
        minimum = new QuarterlyMinimum(settings, shelves);
    }

    /** The buildings and whom they serve. */
    public static List<RowChange> built(Instant at) {
        return Arrays.stream(Warehouse.values())
                .flatMap(warehouse -> Stream.concat(Stream.of(building(warehouse, at)), served(warehouse, at)))
                .toList();
    }

    /** Shelves filled as they stand when the history begins. */
    public Planned<StockState> open(List<Product> products, Instant at) {
        return place(products, StockState.EMPTY, Shelf::full, at);
    }

    /** Empty shelves for products that are yet to be launched; the next review orders their first stock. */
    public Planned<StockState> introduce(List<Product> products, StockState state, Instant at) {
        return place(products, state, Shelf::empty, at);
    }

    /** What was sold, what came in, what is ordered anew. */
    public Planned<StockState> close(
            BusinessDay day, List<Basket> baskets, List<GoodsBack> goodsBack, StockState state) {
        var deliveries = new Deliveries(day, state.inbound());
        var goodsIn = Stream.concat(deliveries.goodsIn(), goodsBack.stream().map(GoodsIn::of))
                .toList();
        var settled = new Settlement(day, baskets, goodsIn).settle(shelves.all(), state);
        var revised = minimum.set(day, settled.state().withInbound(deliveries.stillOnTheirWay()));
        var reviewed = purchasing.review(day, revised.state());
        var changes = new ArrayList<>(deliveries.changes());
        Stream.of(settled, revised, reviewed).map(Planned::changes).forEach(changes::addAll);
        return new Planned<>(reviewed.state(), changes);
    }

    private Planned<StockState> place(
            List<Product> products, StockState state, Function<Shelf, StockItem> start, Instant at) {
        var items = new TreeMap<>(state.items());
        var changes = new ArrayList<RowChange>();
        products.stream().flatMap(shelves::of).forEach(shelf -> {
            var item = start.apply(shelf);
            items.put(shelf.key(), item);
            changes.addAll(shelf.introduced(at, item));
        });
        return new Planned<>(state.withItems(items), changes);
    }

    private static RowChange building(Warehouse warehouse, Instant at) {
        return Rows.insert(
                at,
                Wms.WAREHOUSE,
                warehouse.code(),
                "Distribution centre " + warehouse.city(),
                warehouse.city(),
                warehouse.latitude(),
                warehouse.longitude(),
                at);
    }

    private static Stream<RowChange> served(Warehouse warehouse, Instant at) {
        return warehouse.regions().stream()
                .map(region -> Rows.insert(at, Wms.WAREHOUSE_REGION, region.name(), warehouse.code(), at));
    }
}
