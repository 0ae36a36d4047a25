package dev.vigia.app.sim.trade.order;

import java.util.List;

/** What is to become of an order: its events, in no order, and the goods that will be sent back. */
record Outlook(List<OrderEvent> events, List<AwaitedReturn> returns) {}
