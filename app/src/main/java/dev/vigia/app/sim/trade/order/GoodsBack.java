package dev.vigia.app.sim.trade.order;

import dev.vigia.app.sim.trade.product.Region;
import java.math.BigDecimal;

/** Goods that come back to the warehouse serving a region. */
public record GoodsBack(Region region, String sku, BigDecimal quantity, long order) {}
