package dev.vigia.app.sim.trade.order;

import dev.vigia.app.sim.trade.product.Region;

/** Who bought, where it went, and how the order came in. */
record Buyer(String customer, Region region, Channel channel) {

    static Buyer of(Customer customer) {
        return new Buyer(customer.id(), customer.region(), customer.channel());
    }

    Buyer movedTo(Region other) {
        return new Buyer(customer, other, channel);
    }
}
