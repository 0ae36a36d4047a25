package dev.vigia.app.sim.trade;

import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.trade.book.BusinessDay;
import dev.vigia.app.sim.trade.book.Event;
import dev.vigia.app.sim.trade.product.Catalogue;
import dev.vigia.app.sim.trade.product.Product;
import dev.vigia.app.sim.trade.product.Promotion;
import dev.vigia.app.sim.trade.product.Promotions;
import java.util.ArrayList;
import java.util.List;

/** What is made known on a morning: launches, the end of products, promotions to come; and what of it is true today. */
final class Bulletin {

    private final Catalogue catalogue;
    private final Promotions promotions;

    Bulletin(CompanySettings settings, Catalogue catalogue) {
        this.catalogue = catalogue;
        this.promotions = new Promotions(settings);
    }

    List<RowChange> of(BusinessDay day) {
        var news = new ArrayList<RowChange>();
        for (var product : catalogue.products()) {
            life(product, day, news);
            if (day.startsWeek()) {
                promotions.around(product, day.date()).forEach(promotion -> promote(promotion, day, news));
            }
        }
        return news;
    }

    private static void life(Product product, BusinessDay day, List<RowChange> news) {
        var end = product.discontinuedOn();
        if (day.date().equals(product.launchedOn())) {
            news.add(MasterData.status(product, "active", day.morning()));
            news.add(Event.everywhere("launch", product.sku(), 1).on(day));
        } else if (end != null && day.date().equals(product.phasedOutOn())) {
            news.add(MasterData.phasedOut(product, end, day.morning()));
        } else if (day.date().equals(end)) {
            news.add(MasterData.status(product, "discontinued", day.morning()));
            news.add(Event.everywhere("end", product.sku(), 0).on(day));
        }
    }

    private static void promote(Promotion promotion, BusinessDay day, List<RowChange> news) {
        if (day.date().equals(promotion.announcedOn())) {
            news.add(MasterData.promotion(promotion, day.morning()));
        } else if (day.date().equals(promotion.startsOn())) {
            news.add(Event.in(
                            promotion.region(), "promotion", promotion.product().sku(), promotion.uplift())
                    .until(promotion.endsOn())
                    .on(day));
        }
    }
}
