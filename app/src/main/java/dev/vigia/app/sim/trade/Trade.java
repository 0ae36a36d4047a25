package dev.vigia.app.sim.trade;

import dev.vigia.app.sim.Command;
import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.Day;
import dev.vigia.app.sim.Department;
import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.Table;
import dev.vigia.app.sim.trade.book.BusinessDay;
import dev.vigia.app.sim.trade.book.Diary;
import dev.vigia.app.sim.trade.book.Erp;
import dev.vigia.app.sim.trade.book.Truth;
import dev.vigia.app.sim.trade.book.Wms;
import dev.vigia.app.sim.trade.demand.Market;
import dev.vigia.app.sim.trade.demand.MarketMoves;
import dev.vigia.app.sim.trade.order.Customers;
import dev.vigia.app.sim.trade.order.OrderDesk;
import dev.vigia.app.sim.trade.order.Shoppers;
import dev.vigia.app.sim.trade.product.Catalogue;
import dev.vigia.app.sim.trade.stock.Counter;
import dev.vigia.app.sim.trade.stock.Warehouses;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The trade side of the company: customers want goods, the warehouses deliver what they have, the ERP and the WMS write
 * it down. Commands on orders change their rows directly; they plan nothing.
 */
public final class Trade implements Department<TradeState> {

    private final CompanySettings settings;
    private final Assortment assortment;
    private final Bulletin bulletin;
    private final Customers customers;
    private final Market market;
    private final MarketMoves moves;
    private final Shoppers shoppers;
    private final OrderDesk desk;
    private final Warehouses warehouses;

    public Trade(CompanySettings settings) {
        var catalogue = Catalogue.of(settings);
        this.settings = settings;
        market = new Market(settings, catalogue);
        moves = new MarketMoves(settings, catalogue, market);
        customers = new Customers(settings);
        shoppers = new Shoppers(settings, customers);
        desk = new OrderDesk(settings);
        warehouses = new Warehouses(settings, catalogue, market);
        assortment = new Assortment(catalogue, warehouses);
        bulletin = new Bulletin(settings, catalogue);
    }

    @Override
    public String name() {
        return "trade";
    }

    @Override
    public List<Table> tables() {
        return Stream.of(Erp.TABLES, Wms.TABLES, Truth.TABLES)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Class<TradeState> stateType() {
        return TradeState.class;
    }

    @Override
    public TradeState initialState() {
        return assortment.open(day(settings.start())).state();
    }

    @Override
    public List<RowChange> opening() {
        var first = day(settings.start());
        var rows = new ArrayList<>(Warehouses.built(first.start()));
        customers.all().forEach(customer -> rows.add(MasterData.customer(customer, first.start())));
        rows.addAll(assortment.open(first).changes());
        return rows;
    }

    @Override
    public Day<TradeState> plan(LocalDate date, TradeState state, List<Command> commands) {
        var day = day(date);
        var diary = new Diary();
        var begun = diary.note(assortment.renew(day, state));
        var moved = diary.note(moves.move(day, begun.market()));
        diary.note(bulletin.of(day));
        var demand = market.demand(day, moved);
        var baskets = Counter.serve(shoppers.baskets(day, demand), begun.stock());
        var orders = desk.work(day, baskets, begun.orders());
        diary.note(orders.changes());
        var stock = diary.note(warehouses.close(day, baskets, orders.goodsBack(), begun.stock()));
        var week = diary.note(new TruthKeeper(day, begun.week()).keep(demand, baskets, begun.stock()));
        return new Day<>(diary.inOrderOfTime(), Stream::empty, new TradeState(moved, orders.book(), stock, week));
    }

    private BusinessDay day(LocalDate date) {
        return new BusinessDay(date, settings.zone());
    }
}
