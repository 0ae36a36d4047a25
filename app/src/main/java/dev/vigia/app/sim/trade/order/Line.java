package dev.vigia.app.sim.trade.order;

import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.trade.book.Erp;
import dev.vigia.app.sim.trade.book.Rows;
import dev.vigia.app.sim.trade.book.Update;
import java.math.BigDecimal;
import java.time.Instant;

/** A line of an order. */
record Line(int number, String sku, BigDecimal quantity, Terms terms) {

    private static final String CURRENCY = "BRL";

    Line withQuantity(BigDecimal other) {
        return new Line(number, sku, other, terms);
    }

    Line numbered(int other) {
        return new Line(other, sku, quantity, terms);
    }

    RowChange inserted(Instant at, long order) {
        var discount = terms.discount(quantity);
        var amount = terms.amount(quantity);
        return Rows.insert(
                at, Erp.SALES_ORDER_LINE, order, number, sku, quantity, terms.unitPrice(), discount, amount, CURRENCY);
    }

    RowChange updated(Instant at, long order) {
        return Update.of(Erp.SALES_ORDER_LINE, order, number)
                .set("quantity", quantity)
                .set("discount", terms.discount(quantity))
                .set("amount", terms.amount(quantity))
                .at(at);
    }

    RowChange deleted(Instant at, long order) {
        return Rows.delete(at, Erp.SALES_ORDER_LINE, order, number);
    }
}
