package dev.vigia.app.sim.trade;

import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.trade.book.Erp;
import dev.vigia.app.sim.trade.book.Rows;
import dev.vigia.app.sim.trade.book.Update;
import dev.vigia.app.sim.trade.order.Customer;
import dev.vigia.app.sim.trade.product.Product;
import dev.vigia.app.sim.trade.product.Promotion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How products, promotions and customers are written into the ERP. */
final class MasterData {

    private MasterData() {}

    /** A product with its first price. That it will end one day, nobody knows yet. */
    static List<RowChange> product(Product product, String status, Instant at) {
        @Nullable LocalDate notKnown = null;
        var row = Rows.insert(
                at,
                Erp.PRODUCT,
                product.sku(),
                product.description(),
                product.category().title(),
                product.family(),
                product.category().unit(),
                product.firstPrice(),
                product.cost(),
                product.launchedOn(),
                notKnown,
                status,
                at);
        var from = product.launchedOn();
        return List.of(row, Rows.insert(at, Erp.PRODUCT_PRICE, product.sku(), from, product.firstPrice()));
    }

    static RowChange status(Product product, String status, Instant at) {
        return Update.of(Erp.PRODUCT, product.sku())
                .set("status", status)
                .set("updated_at", at)
                .at(at);
    }

    static RowChange phasedOut(Product product, LocalDate end, Instant at) {
        return Update.of(Erp.PRODUCT, product.sku())
                .set("discontinued_on", end)
                .set("status", "phase-out")
                .set("updated_at", at)
                .at(at);
    }

    static RowChange promotion(Promotion promotion, Instant at) {
        return Rows.insert(
                at,
                Erp.PROMOTION,
                promotion.id(),
                promotion.product().sku(),
                promotion.region() == null ? null : promotion.region().name(),
                promotion.startsOn(),
                promotion.endsOn(),
                promotion.discountPercent(),
                at);
    }

    static RowChange customer(Customer customer, Instant at) {
        return Rows.insert(
                at,
                Erp.CUSTOMER,
                customer.id(),
                customer.name(),
                customer.taxId(),
                customer.email(),
                customer.city(),
                customer.region().name(),
                customer.channel().name(),
                at);
    }
}
