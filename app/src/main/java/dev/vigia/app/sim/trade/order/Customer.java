package dev.vigia.app.sim.trade.order;

import dev.vigia.app.sim.trade.product.Region;

/** A customer, with the personal data that a company keeps of one. */
public record Customer(
        String id,
        String name,
        String taxId,
        String email,
        String city,
        Region region,
        Channel channel,
        int discountPercent) {}
